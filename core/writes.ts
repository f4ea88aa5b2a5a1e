import type { Day } from './calendar/day.ts'
import type { Moment } from './calendar/moment.ts'
import type { ChildDetails } from './cases/details.ts'
import type { Entry } from './chronology/entry.ts'
import type { FormNote } from './close-the-loop/beside.ts'
import type { DangerGuide } from './escalation/danger.ts'
import type { Ladder } from './escalation/ladder.ts'
import type { AgencyId, CaseId, FormId, MessageId, PersonId, PostId, ReturnId, RoundId } from './ids.ts'
import type { Incident } from './incidents/incident.ts'
import type { BegunMeeting, EndedMeeting } from './meetings/meetings.ts'
import type { Partnership } from './people/first-run/partnership.ts'
import type { Mailed } from './people/invitation-mail.ts'
import type { Road } from './people/post.ts'
import type { Account } from './people/sign-in.ts'
import type { Talk } from './people/supervision/talk.ts'
import type { PromptPolicy } from './prompts/prompt-policy.ts'
import type { Settings } from './prompts/settings.ts'
import type { ListedCase } from './round/long-list.ts'
import type { SchoolHoliday } from './round/school-holidays/school-holiday.ts'

/**
 * What is written beside the aggregates: texts with readers of their own, and the people and cases of a round.
 * Nothing is owed because of it. A version that somebody else overtook is refused by the store.
 */
export type Write =
  | { readonly kind: 'entry'; readonly return: ReturnId; readonly entry: Entry }
  | { readonly kind: 'entry-removed'; readonly return: ReturnId; readonly entry: Entry }
  | {
      readonly kind: 'answer'
      readonly return: ReturnId
      readonly field: string
      readonly text: string
      /** The version that was changed; 0 when there was none. */
      readonly version: number
    }
  | {
      readonly kind: 'long-list'
      readonly round: RoundId
      readonly code: string
      readonly cases: readonly ListedCase[]
    }
  | { readonly kind: 'agency'; readonly id: AgencyId; readonly name: string }
  | { readonly kind: 'agency-removed'; readonly id: AgencyId }
  /** How the partnership stands, as a whole: under the version that it had. */
  | { readonly kind: 'partnership'; readonly partnership: Partnership }
  | { readonly kind: 'person'; readonly person: NewPerson }
  /** How somebody comes in: by an account of the directory, as a guest until a day, by an invitation. */
  | { readonly kind: 'account'; readonly person: PersonId; readonly account: Account }
  | {
      readonly kind: 'guest-access'
      readonly person: PersonId
      readonly agency: AgencyId
      readonly until: Day
    }
  | { readonly kind: 'no-guest'; readonly person: PersonId }
  | {
      readonly kind: 'invitation'
      readonly person: PersonId
      readonly agency: AgencyId | null
      readonly byMail: boolean
      readonly hash: string
      readonly madeAt: Moment
      readonly until: Moment
    }
  /** What came of the mail of that invitation, which stands: one that a newer one replaced is refused by the store. */
  | {
      readonly kind: 'invitation-mailed'
      readonly person: PersonId
      readonly hash: string
      readonly came: Mailed
    }
  | {
      readonly kind: 'post'
      readonly id: PostId
      readonly post:
        | 'lead-person'
        | 'contributor'
        | 'allocated-worker'
        | 'supervising-manager'
        | 'board-representative'
      readonly title: string
      readonly agency: AgencyId
      readonly case: CaseId | null
      readonly round: RoundId | null
    }
  /**
   * Who holds a post from a day on, or nobody; whoever held it the same way before leaves it the day before, and
   * held it not at all when they began on that day.
   */
  | {
      readonly kind: 'holding'
      readonly post: PostId
      readonly person: PersonId | null
      readonly as: 'holder' | 'deputy'
      readonly from: Day
      /** Takes the post from this person alone: whoever else holds it, or is to hold it, does as before. */
      readonly only?: PersonId
      /** The last day of it, when somebody follows who was said before. */
      readonly to?: Day
    }
  /** A round closes: what is owed of it but actions ends, and nobody but the partnership reads its material. */
  | { readonly kind: 'round-closed'; readonly round: RoundId }
  /** Words beside a form: added, never changed. */
  | { readonly kind: 'form-note'; readonly form: FormId; readonly note: FormNote }
  /** The details of a child as they stand from now on, under the version that they get; those before are kept. */
  | {
      readonly kind: 'case-details'
      readonly case: CaseId
      readonly details: ChildDetails
      readonly version: number
    }
  /** What went to the wrong person, as it stands now. */
  | { readonly kind: 'incident'; readonly incident: Incident }
  /** A worker's sheet was talked through. */
  | { readonly kind: 'talk'; readonly talk: Talk }
  /** A meeting that was booked does not take place, or not then: the calendars hear of it after the commit. */
  | { readonly kind: 'meeting-ended'; readonly meeting: EndedMeeting }
  /** What was begun in the calendars is recorded now: it stays in them. */
  | { readonly kind: 'meeting-stands'; readonly meeting: BegunMeeting }
  /** A message that was given up is tried again. */
  | { readonly kind: 'message-again'; readonly message: MessageId }
  | { readonly kind: 'bank-holiday'; readonly day: Day; readonly is: boolean }
  | { readonly kind: 'school-holiday'; readonly holiday: SchoolHoliday; readonly is: boolean }
  /** When prompts go out, under the version that it gets; those before are kept. */
  | { readonly kind: 'prompt-policy'; readonly policy: PromptPolicy; readonly version: number }
  | { readonly kind: 'settings'; readonly person: PersonId; readonly settings: Settings }
  /** A further version of a ladder, or of what to do in immediate danger: added, never changed. */
  | { readonly kind: 'ladder'; readonly ladder: Ladder }
  | { readonly kind: 'danger'; readonly guide: DangerGuide }

export type NewPerson = {
  readonly id: PersonId
  readonly name: string
  readonly mail: string
  readonly road: Road
  readonly jobTitle: string
}
