import type { Deed } from '#core/actions/commands.ts'
import type { DutyView } from '#core/duties/views.ts'

import { inWords } from '../../days.ts'

/** A deed in plain words, and what goes with it. */
export type Choice = { readonly deed: Deed; readonly says: string; readonly fields: readonly Field[] }

/** A field of a deed, named as in the command. */
export type Field = { readonly name: string; readonly label: string } & (
  | { readonly kind: 'text'; readonly hint?: string }
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, string>> }
)

/** What the signed-in person may answer, in plain words. */
export function choicesOf(duty: DutyView, today: string): readonly Choice[] {
  return duty.deeds.flatMap((deed) => CHOICES[deed](duty, today))
}

const text = (name: string, label: string, hint?: string): Field => ({
  kind: 'text',
  name,
  label,
  ...(hint ? { hint } : {}),
})

const one = (deed: Deed, says: string, ...fields: readonly Field[]): Choice => ({ deed, says, fields })

const CHOICES: Readonly<Record<Deed, (duty: DutyView, today: string) => readonly Choice[]>> = {
  'report-done': () => [
    one(
      'report-done',
      'It is done',
      text('whatWasDone', 'What was done?'),
      text('evidence', 'How do you know?', 'What was seen, recorded or told.'),
    ),
  ],
  'ask-for-time': () => [
    one(
      'ask-for-time',
      'I need more time',
      { kind: 'day', name: 'until', label: 'Until which day?' },
      text('reason', 'Why is more time needed?'),
      text('waitsFor', 'Which meeting or panel does it wait for? (if any)'),
    ),
  ],
  question: () => [
    one(
      'question',
      'Something is not right',
      {
        kind: 'choice',
        name: 'question',
        label: 'What is it?',
        options: { 'not-right': 'The action is wrong or does not fit', 'cannot-do': "I can't do this" },
      },
      text('reason', 'Why?', 'So that it can be put right.'),
    ),
  ],
  confirm: () => [one('confirm', 'Yes, it happened')],
  dispute: () => [one('dispute', 'No, it did not happen', text('reason', 'What did not happen?'))],
  'agree-time': ({ until }, today) => [
    one('agree-time', until ? `Agree to ${inWords(until, today)}` : 'Agree to the later day'),
  ],
  'keep-day': ({ item }, today) => [
    one(
      'keep-day',
      `Keep ${inWords(item.actionDue, today)}`,
      text('reason', 'Why does the day have to stay?'),
    ),
  ],
  'keep-action': () => [one('keep-action', 'Keep it as it is', text('reason', 'What is your answer?'))],
  withdraw: () => [one('withdraw', 'Withdraw it', text('reason', 'Why is it withdrawn?'))],
  update: () => [one('update', 'It is still on its way', text('how', 'How does it stand?'))],
  seen: () => [one('seen', 'I have seen it')],
  'wait-longer': () => [one('wait-longer', 'No, wait on for the meeting: I am asked again')],
  'say-impact': () => [
    one(
      'say-impact',
      'Say whether it helped',
      {
        kind: 'choice',
        name: 'impact',
        label: 'Did it help?',
        options: { helped: 'It helped', partly: 'It helped in part', no: 'It did not help' },
      },
      text('evidence', 'How do you know?', 'What was seen, counted or said.'),
    ),
  ],
}
