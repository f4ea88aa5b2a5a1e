import type { Day } from '../calendar/day.ts'
import type { AgencyId, CaseId, PersonId, PostId } from '../ids.ts'

/** Duties, actions and roles belong to posts; a person holds a post from a day to a day. */
export type Post = { readonly id: PostId; readonly title: string } & (
  | { readonly kind: Office }
  | { readonly kind: 'lead-person'; readonly agency: AgencyId }
  | {
      readonly kind: 'allocated-worker' | 'supervising-manager'
      readonly agency: AgencyId
      readonly case: CaseId
    }
)

/** The partnership's own posts: they see every round. */
export type Office = 'business-manager' | 'qa-manager'

export type PostHolding = {
  readonly post: PostId
  readonly person: PersonId
  readonly from: Day
  readonly to: Day | null
  readonly as: 'holder' | 'deputy'
}

/** By which road a message reaches a person: a property of the person. */
export type Road = 'teams' | 'mail' | 'both'

/** A person as signed in today: the posts that they hold or deputise for. */
export type Actor = {
  readonly person: PersonId
  readonly name: string
  readonly posts: ReadonlySet<PostId>
  readonly offices: ReadonlySet<Office>
}
