import type { Moment } from '#core/calendar/moment.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import type { Channel } from '#core/happened.ts'
import type { PersonId } from '#core/ids.ts'

/** Who did it, by which door, at which time of the process. */
export type Author = {
  readonly person: PersonId | null
  readonly channel: Channel
  readonly request: string | null
  readonly now: Moment
}

export type Writer = Author & { readonly calendar: Calendar }

/** The product itself: what no person did. */
export function itself(now: Moment): Author {
  return { person: null, channel: 'system', request: null, now }
}

/** What live screens ask for again: names of lists and versions, never content. */
export type Topic = 'actions' | 'duties' | 'rounds' | 'messages' | 'clock'
