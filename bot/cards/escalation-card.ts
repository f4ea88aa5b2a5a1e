import { DUTY_SUBJECTS } from '#core/duties/duty.ts'
import type { DutyKind, DutyKindOf } from '#core/duties/duty.ts'
import { aboutInWords } from '#core/duties/words.ts'
import type { Around, LetterItem } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { card, execute, numbered, open, quiet, textInput } from './parts.ts'

type EscalationKind = DutyKindOf<'escalation'>
type Pointer = { readonly duty: string; readonly number?: number }

export function isAboutEscalation(kind: DutyKind): kind is EscalationKind {
  return DUTY_SUBJECTS[kind] === 'escalation'
}

/** What is answered on the card; the concern itself, and whatever opens a stage, stands in the tab alone. */
export function escalationButtons(kind: EscalationKind, data: Pointer, path: string, around: Around) {
  const opens = open(around, path, 'Read the concern')
  switch (kind) {
    case 'answer-escalation':
      return [execute('Say what will be done', 'look', { ...data, form: 'promise' }, 'positive'), opens]
    case 'keep-promise':
      return [execute('It is done', 'answer', { ...data, deed: 'say-kept' }, 'positive'), opens]
    case 'check-promise':
      return [
        execute('Yes, it happened', 'answer', { ...data, deed: 'confirm-kept' }, 'positive'),
        // The next stage needs an interim safety arrangement and somebody to ask.
        open(around, path, 'No, it did not'),
      ]
    case 'ask-step-up':
      return [
        // The next stage needs an interim safety arrangement and somebody to ask.
        open(around, `${path}?step-up=now`, 'Yes, step it up now'),
        execute('No, wait on', 'answer', { ...data, deed: 'wait-on' }),
      ]
    case 'hear-feedback':
      return [
        open(around, path, 'Read what came of it'),
        execute('I have read it', 'answer', { ...data, deed: 'hear-feedback' }),
      ]
    case 'give-feedback':
      return [execute('Say what came of it', 'look', { ...data, form: 'feedback' }, 'positive'), opens]
  }
}

const FORMS = {
  promise: {
    heading: 'what will be done',
    deed: 'promise',
    fields: [
      textInput('what', 'What will be done?', 'Say what will be done.'),
      {
        type: 'Input.Text',
        id: 'who',
        label: 'Who will do it?',
        isRequired: true,
        errorMessage: 'Say who will do it.',
        maxLength: 200,
      },
      {
        type: 'Input.Date',
        id: 'by',
        label: 'By which day?',
        isRequired: true,
        errorMessage: 'Give the day by which it will be done.',
      },
      {
        type: 'Input.Text',
        id: 'waitsFor',
        label: 'Which meeting or panel does it wait for? (if any)',
        maxLength: 200,
      },
    ],
    after:
      'On that day both sides are asked whether it happened; while it waits for a meeting, whether to step up now.',
  },
  feedback: {
    heading: 'what came of it',
    deed: 'give-feedback',
    fields: [textInput('feedback', 'What came of it?', 'Say what came of it.')],
    after: 'Then it is closed.',
  },
} as const

export type EscalationForm = keyof typeof FORMS

export function isEscalationForm(name: unknown): name is EscalationForm {
  return typeof name === 'string' && Object.hasOwn(FORMS, name)
}

/** The fields of one answer; what is typed is read by those whom the escalation concerns. */
export function escalationForm(item: LetterItem, form: EscalationForm, around: Around): CardJson {
  const { duty, kind, reference, number, path } = item
  const { heading, deed, fields, after } = FORMS[form]
  return card({
    heading: `${numbered(aboutInWords(kind, reference), number)}: ${heading}`,
    body: [
      ...fields,
      quiet(
        `${after} Read by whoever raised it, those who were asked, and the partnership. Do not name the child or the family.`,
      ),
    ],
    around,
    actions: [
      execute('Send', 'answer', { duty, deed }, 'positive'),
      execute('Back', 'look', { duty }, { inputs: 'none' }),
      open(around, path, 'Read the concern'),
    ],
  })
}
