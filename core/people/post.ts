import type { PersonId, PostId } from '../ids.ts'

/** Posts that are of the partnership, not of one agency or case. */
export const OFFICES = ['business-manager', 'qa-manager', 'panel-chair', 'subgroup-chair'] as const
export type Office = (typeof OFFICES)[number]

/** By which road a message reaches a person: a property of the person. */
export type Road = 'teams' | 'mail' | 'both'

/** A person as signed in today: the posts that they hold or deputise for. */
export type Actor = {
  readonly person: PersonId
  readonly name: string
  readonly posts: ReadonlySet<PostId>
  readonly offices: ReadonlySet<Office>
}

export function isOffice(kind: string): kind is Office {
  return OFFICES.some((office) => office === kind)
}

/** The business manager and the QA manager: they run every round. */
export function isPartnership({ offices }: Actor): boolean {
  return offices.has('business-manager') || offices.has('qa-manager')
}

export function holdsOne({ posts }: Actor, of: readonly PostId[]): boolean {
  return of.some((post) => posts.has(post))
}
