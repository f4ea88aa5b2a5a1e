import type { Day } from '../calendar/day.ts'
import { dayOf, timeOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { inWords, shortWords } from '../calendar/words.ts'
import { AT_MEETING } from './beside.ts'
import type { AtMeeting, QuestionAbout, RecordedHow, Slot } from './beside.ts'
import type { FormDeed } from './deeds.ts'
import type { FormState } from './form.ts'

/** What was done to a form, in the past tense: for its history. */
export const FORM_DEED_DONE: Readonly<Record<FormDeed, string>> = {
  'drafted-form': 'Drafted the form',
  'released-form': 'Released the form to the allocated worker',
  'saw-form': 'Read what the panel found',
  'wrote-in-form': 'Wrote in the form',
  'sent-form': 'Sent the form to the lead person',
  'signed-form': 'Signed the form',
  'sent-form-back': 'Sent the form back to the lead person',
  'closed-form': 'Reviewed and closed the form',
  'asked-about-form': 'Said that something is not right',
  'explained-form': 'Answered what the worker said',
  'corrected-form': 'Corrected the words to the worker',
  'proposed-meeting': 'Proposed times for the meeting',
  'took-meeting-time': 'Took a time for the meeting',
  'recorded-meeting': 'Recorded who was at the meeting',
  'logged-about-form': 'Wrote in the lead person’s log',
  'took-back-form': 'Took back what was sent',
  'took-back-signature': 'Took back the signature',
  'recorded-for-worker': 'Recorded the worker’s part for the worker',
  'handed-over-form': 'Gave the form to another worker',
}

/** What happens next: the second sentence of a receipt. */
const WHAT_NEXT: Readonly<Record<FormDeed, string>> = {
  'drafted-form': 'The lead person reads it and releases it.',
  'released-form': 'The allocated worker is told now, and answers.',
  'saw-form': 'The allocated worker writes their part next.',
  'wrote-in-form': 'It is kept. Nobody reads it before it is sent.',
  'sent-form': 'The lead person reads it and signs it.',
  'signed-form': 'The partnership reviews it.',
  'sent-form-back': 'The lead person reads why, and signs again.',
  'closed-form': 'The loop is closed.',
  'asked-about-form': 'The lead person reads it and answers. Until then nobody reminds you.',
  'explained-form': 'The worker is told now, and reads it.',
  'corrected-form': 'The worker is told now, and reads the new words.',
  'proposed-meeting': 'The worker is asked now, and takes one.',
  'took-meeting-time': 'It is in the calendars of all who are invited.',
  'recorded-meeting': 'The day stands in the worker’s part.',
  'logged-about-form': 'It is kept.',
  'took-back-form': 'It is open again. What was written is kept.',
  'took-back-signature': 'It waits for a signature again.',
  'recorded-for-worker': 'The lead person reads it and signs it.',
  'handed-over-form': 'The worker named now is told, and answers.',
}

/** A deed as its receipt says it. `who` is "You" or a name. */
export function formReceiptOf(deed: FormDeed, who: string): readonly [string, string] {
  const done = FORM_DEED_DONE[deed]
  return [`${who} ${done.charAt(0).toLowerCase()}${done.slice(1)}.`, WHAT_NEXT[deed]]
}

/** What a worker said in place of an answer. */
export const QUESTION_WORDS: Readonly<Record<QuestionAbout, string>> = {
  'not-right': 'Something in it is not right',
  'cannot-do': 'I can’t do this',
  'not-me': 'It is not me who works with this child',
  'has-left': 'I have left, or am leaving',
}

/** "For the worker, by phone, 14:05". */
export function recordedForInWords({ how, at }: { readonly how: RecordedHow; readonly at: Moment }): string {
  return `For the worker, ${HOW_WORDS[how]}, ${timeOf(at)}`
}

export const HOW_WORDS: Readonly<Record<RecordedHow, string>> = {
  'by-phone': 'by phone',
  'face-to-face': 'face to face',
  'in-writing': 'in writing',
}

/** "Tuesday 19 June, 10:00 to 10:45". */
export function slotInWords({ from, to }: Slot, today: Day): string {
  return `${inWords(dayOf(from), today)}, ${timeOf(from)} to ${timeOf(to)}`
}

/** Who was at the meeting, as the worker's part begins. */
export function presentInWords(present: readonly AtMeeting[]): string {
  const names = AT_MEETING.filter((each) => present.includes(each)).map((each) => PRESENT_WORDS[each])
  const last = names.at(-1) ?? ''
  const text = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const PRESENT_WORDS: Readonly<Record<AtMeeting, string>> = {
  lead: 'lead person',
  worker: 'allocated worker',
  manager: 'supervising manager',
}

/** How a form stands, as its lead person, manager and the partnership read it (rules.md 2.7). */
export function formStateInWords(state: FormState, metOn: Day | null, today: Day, isAsked = false): string {
  if (isAsked) return 'The worker asks: the lead person answers next'
  switch (state) {
    case 'drafted':
      return 'Not issued yet: the lead person reads the draft'
    case 'released':
      return 'Issued, not opened yet'
    case 'seen':
      return metOn ? `Meeting held on ${shortWords(metOn, today)}` : 'Read by the worker'
    case 'written':
      return 'Sent: the lead person signs next'
    case 'sent-back':
      return 'Sent back: the lead person signs again'
    case 'signed':
      return 'Signed: the partnership reviews next'
    case 'closed':
      return 'Closed'
  }
}

/** Whether the worker's part is still owed: only then a form is late in a list. */
export function isFormOwing(state: FormState): boolean {
  return state === 'drafted' || state === 'released' || state === 'seen'
}
