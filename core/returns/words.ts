import { daysBetween } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { dueInWords, momentInWords } from '../calendar/words.ts'
import { capital } from '../capital.ts'
import { countOf } from '../count.ts'
import type { Collation } from './collation.ts'
import { isOwed } from './duties-of.ts'
import type { Part, Return } from './return.ts'
import type { PartView } from './views.ts'

/** A part as it stands today. What was sent late says so, by its day: lateness is no state. */
export function partInWords(part: Part, today: Day, owed: boolean): PartView {
  return {
    state: part.state,
    due: part.due,
    words: words(part, today),
    owing: owed && isOwed(part),
    comment: part.state === 'sent-back' ? part.comment : null,
  }
}

/** What the scope of a return means for its agency; empty when everything is asked. */
export function scopeInWords(of: Return): string {
  switch (of.scope) {
    case 'in':
      return ''
    case 'brief':
      return 'Known briefly: entries are welcome, nothing is owed and there is no grade.'
    case 'out':
      return `Not involved: ${of.reason}`
  }
}

/** A collation as it stands today. */
export function collationInWords(of: Collation, today: Day): string {
  return of.state === 'sent'
    ? sent('Sent on to the partnership', of.sentAt, of.due, today)
    : capital(dueInWords(of.due, today))
}

function words(part: Part, today: Day): string {
  switch (part.state) {
    case 'not-started':
      return 'Not started'
    case 'draft':
      return 'Being written'
    case 'submitted':
      return sent('Sent', part.at, part.due, today)
    case 'sent-back':
      return `Sent back on ${momentInWords(part.at, today)}`
    case 'accepted':
      return `${sent('Sent', part.at, part.due, today)}, accepted`
  }
}

function sent(what: string, at: Moment, due: Day, today: Day): string {
  const late = daysBetween(due, dayOf(at))
  const lateness = late > 0 ? `, ${countOf(late, 'day')} late` : ''
  return `${what} on ${momentInWords(at, today)}${lateness}`
}
