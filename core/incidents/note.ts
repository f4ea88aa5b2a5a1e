import type { Day } from '../calendar/day.ts'
import type { Moment } from '../calendar/moment.ts'
import { momentInWords } from '../calendar/words.ts'
import { countOf } from '../count.ts'
import type { Incident } from './incident.ts'

/** Something that was opened, without who opened it. */
export type Opened = { readonly at: Moment; readonly what: string; readonly reference: string }

/**
 * The draft of the incident note: references, posts and times, no name of a child or of staff. What only people
 * know is asked for in brackets.
 */
export function noteOf(
  incident: Incident,
  /** What was withdrawn, in words: a post's title or a release. */
  withdrawn: string,
  opened: readonly Opened[],
  today: Day,
): string {
  const { number, reference, since, raisedAt, reportBy, happened, cases, end } = incident
  const at = (moment: Moment): string => momentInWords(moment, today)
  return [
    `Incident ${number}: ${reference}`,
    '',
    `Known since: ${at(raisedAt)}`,
    `To be reported by, if it has to be: ${at(reportBy)} (72 hours)`,
    '',
    'What happened',
    happened,
    '',
    'What could be opened, and since when',
    `${withdrawn}, since ${at(since)}. Withdrawn on ${at(raisedAt)}.`,
    `${countOf(cases.length, 'child', 'children')} concerned, known here by reference only.`,
    '',
    'What was opened',
    ...(opened.length === 0
      ? ['Nothing was opened, as far as the audit trail says.']
      : opened.map((each) => `${at(each.at)}: ${each.what}, ${each.reference}`)),
    '',
    'To be filled in',
    '[What kind of data it was, and how sensitive]',
    '[What may follow for the children and families]',
    '[What was done: asked to delete, confirmed by whom]',
    '[Whether the families are told, by whom and when]',
    '',
    ...(end === null
      ? ['Reported: not decided yet']
      : [`${end.as === 'reported' ? 'Reported' : 'Not reportable'}, decided on ${at(end.at)}`, end.decided]),
    '',
  ].join('\n')
}
