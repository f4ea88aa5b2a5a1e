import type { Day } from '../calendar/day.ts'
import { shortWords } from '../calendar/words.ts'
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
}

/** A deed as its receipt says it. `who` is "You" or a name. */
export function formReceiptOf(deed: FormDeed, who: string): readonly [string, string] {
  const done = FORM_DEED_DONE[deed]
  return [`${who} ${done.charAt(0).toLowerCase()}${done.slice(1)}.`, WHAT_NEXT[deed]]
}

/** How a form stands, as its lead person, manager and the partnership read it (rules.md 2.7). */
export function formStateInWords(state: FormState, metOn: Day | null, today: Day): string {
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
