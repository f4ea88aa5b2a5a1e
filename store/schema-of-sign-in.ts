import type { Day } from '#core/calendar/day.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { AgencyId, PersonId } from '#core/ids.ts'
import type { Mailed } from '#core/people/invitation-mail.ts'

/** How people come in. Tickets are reached by functions alone. */
export type SchemaOfSignIn = {
  /** Who is a guest, of which agency, and the last day on which they are let in. */
  guest_access: {
    person_id: PersonId
    agency_id: AgencyId
    until_day: Day
    renewed_by: PersonId
    renewed_at: Moment
  }
  /** `agency_id`: whoever uses it becomes a guest of that agency. */
  invitation: {
    person_id: PersonId
    hash: string
    agency_id: AgencyId | null
    made_by: PersonId
    made_at: Moment
    until: Moment
    used_at: Moment | null
    /** What came of its mail; null when its link was only shown. */
    mailed: Mailed | null
    /** When a mail with an invitation was last given to the road. */
    mailed_at: Moment | null
  }
}
