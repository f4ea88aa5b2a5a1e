import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import type { AgencyId, PostId, RoundId } from '../ids.ts'
import type { Lack } from '../meetings/meetings.ts'
import type { Method } from '../method/method.ts'

/** To whom the chronologies of a round are released: first the QA manager, then the panel. */
export type ReleaseTo = 'qa' | 'panel'

/** Where a theme comes from (OLD-25). */
export type ThemeSource =
  | 'inspection-theme'
  | 'case-review'
  | 'inspection'
  | 'previous-audit'
  | 'board-priority'
  | 'emergent'

/** An agency in a round, with the post of its lead person (OLD-29): the post is there before its holder is. */
export type Member = {
  readonly agency: AgencyId
  readonly name: string
  readonly lead: PostId
  /** The lead person's job, and the declaration that they decide for the agency (OLD-31). */
  readonly jobTitle: string
  readonly senior: boolean
  /** The agency that collates this one's returns (OLD-33); a collated agency sits on the panel through it. */
  readonly collator: AgencyId | null
}

/** The partnership's own posts, as a round sees them. */
export type Offices = {
  readonly businessManager: PostId
  readonly qaManager: PostId
  readonly chair: PostId
}

/** What is true of a round in every state. The method is frozen into it. */
export type RoundFacts = {
  readonly id: RoundId
  /** Unique for ever, said aloud: N-2018-2. */
  readonly code: string
  readonly theme: string
  readonly sources: readonly ThemeSource[]
  readonly method: Method
  /** Day 1, a Monday. */
  readonly start: Day
  /** The Mondays of the weeks that are not counted. */
  readonly leftOut: readonly Day[]
  readonly members: readonly Member[]
  readonly offices: Offices
  readonly createdAt: Moment
  readonly chases: number
  readonly version: number
}

/** The subgroup's approval of the theme: who, which day (OLD-25). */
export type Approval = { readonly by: string; readonly on: Day }

type Agreed = { readonly approval: Approval }
/** `listReason`: why the long list was shorter than the method asks; null when it was not. */
type Listed = Agreed & { readonly sentAt: Moment; readonly listReason: string | null }
type Chosen = Listed & {
  readonly selectedAt: Moment
  /** Why the choice is not the aid's, or not 5 to 7: null when the rule is kept. */
  readonly reason: string | null
  /** Nothing becomes visible because a day came: when the chronologies were released, and to whom (decisions.md 18). */
  readonly releasedToQa: Moment | null
  readonly releasedToPanel: Moment | null
  readonly meeting: PanelMeeting | null
  /** How many meetings were booked and called off: the next one is another, with an entry of its own. */
  readonly calledOff: number
}

export type PanelMeeting = {
  readonly from: Moment
  readonly to: Moment
  readonly eventId: string
  /** Where those who are invited join it in Teams; null in local mode. */
  readonly joinUrl: string | null
  readonly lacks?: Lack
}

/** A round from setting up to complete (rules.md 2.7); what is late in it is seen from its duties. */
export type Round =
  | (RoundFacts & { readonly state: 'draft' })
  | (RoundFacts & Agreed & { readonly state: 'approved' })
  | (RoundFacts & Listed & { readonly state: 'list-sent' })
  | (RoundFacts & Chosen & { readonly state: 'evaluating' })
  | (RoundFacts & Chosen & { readonly state: 'panel-held'; readonly heldAt: Moment })
  | (RoundFacts &
      Chosen & {
        readonly state: 'complete'
        readonly heldAt: Moment
        readonly completeAt: Moment
        /** Why it was closed although something was still owed; null when nothing was. */
        readonly closeReason: string | null
      })

export type RoundState = Round['state']

/** Everyone whom the round concerns: the lead persons and the partnership's posts. */
export function concernedInRound({
  members,
  offices,
}: Pick<Round, 'members' | 'offices'>): readonly PostId[] {
  return [...new Set([...members.map(({ lead }) => lead), ...Object.values(offices)])]
}

/** Who has a seat on the panel: a member whose returns a collator sends sits there through it (OLD-32, OLD-33). */
export function seatedOnPanel({ members, offices }: Pick<Round, 'members' | 'offices'>): readonly PostId[] {
  const seated = members.filter(({ collator }) => collator === null).map(({ lead }) => lead)
  return [...new Set([...seated, ...Object.values(offices)])]
}

export function memberOf(round: Pick<Round, 'members'>, agency: AgencyId): Member | undefined {
  return round.members.find((member) => member.agency === agency)
}
