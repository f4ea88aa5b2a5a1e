import { slotInWords } from '#core/close-the-loop/words.ts'
import type { DutyKind, DutyKindOf } from '#core/duties/duty.ts'
import { aboutInWords, DUTY_ASKS, isAboutAction } from '#core/duties/words.ts'
import { firstInASentence } from '#core/people/in-a-sentence.ts'
import { againOf, dayOnButton, lateOf, readersInWords, sentenceOf } from '#core/prompts/letter-words.ts'
import type { Around, LetterItem } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { escalationButtons, isAboutEscalation } from './escalation-card.ts'
import { card, execute, numbered, open, quiet, refreshOf, sentence, textInput } from './parts.ts'

/** A copy's number, and whether another copy may be in the chat already. */
export type Copy = { readonly number: number; readonly replacement: boolean }

/** Asks for what one duty owes: one question, at most three buttons. */
export function askCard(item: LetterItem, around: Around, copy?: Copy): CardJson {
  const again = againOf(item)
  return card({
    heading: headingOf(item, around),
    body: [
      ...(item.yours && again !== undefined ? [sentence(again)] : []),
      sentence(sentenceOf(item, around.today)),
      ...(item.yours && item.kind === 'do-action'
        ? [quiet(`${firstInASentence(item.owed)} asked for it and is asked afterwards whether it happened.`)]
        : []),
      ...copyLine(copy),
    ],
    around,
    actions: item.yours ? answersOf(item, around, copy) : [open(around, item.path)],
    refresh: refreshOf('look', pointer(item, copy)),
  })
}

/** The next step of an answer that needs words: one question, and the fields of one deed. */
export function formCard(item: LetterItem, form: Form, around: Around): CardJson {
  const { body, send, press } = FORMS[form]
  return card({
    heading: headingOf(item, around),
    body: [
      sentence(item.what),
      ...body,
      ...(press.verb === 'answer'
        ? [
            quiet(
              `${readersInWords(item.kind, item.owed, leadOf(item.kind))} Do not name the child or the family.`,
            ),
          ]
        : []),
    ],
    around,
    actions: [
      execute(send, press.verb, { duty: item.duty, ...press.data }, 'positive'),
      execute('Back', 'look', { duty: item.duty }, { inputs: 'none' }),
      open(around, item.path),
    ],
  })
}

function leadOf(kind: LetterItem['kind']): string {
  return `${kind === 'do-action' ? 'your' : 'their'} lead person, manager`
}

export type Form = keyof typeof FORMS

export function isForm(name: unknown): name is Form {
  return typeof name === 'string' && Object.hasOwn(FORMS, name)
}

type AnsweredInChat = DutyKindOf<'action' | 'escalation'> | 'see-form' | 'write-form' | 'choose-meeting'

/** Whether a duty is answered in chat; all others are answered where their matter is, in the tab. */
export function isAnsweredInChat(kind: DutyKind): kind is AnsweredInChat {
  return (
    isAboutEscalation(kind) ||
    isAboutAction(kind) ||
    kind === 'see-form' ||
    kind === 'write-form' ||
    kind === 'choose-meeting'
  )
}

const answers = (deed: string) => ({ verb: 'answer', data: { deed } }) as const
const why = textInput('reason', 'Why?', 'Say why, so that it can be put right.')

/** Each form asks one thing; what is chosen in "Something is not right" is the name of the next form. */
const FORMS = {
  'report-done': {
    send: 'Send',
    press: answers('report-done'),
    body: [
      textInput('whatWasDone', 'What was done?', 'Say what was done.'),
      textInput('evidence', 'How do you know?', 'Say how you know: what was seen, recorded or told.'),
    ],
  },
  'something-not-right': {
    send: 'Next',
    press: { verb: 'look', data: {} },
    body: [
      {
        type: 'Input.ChoiceSet',
        id: 'form',
        label: 'What is not right?',
        style: 'expanded',
        isRequired: true,
        errorMessage: 'Choose one.',
        choices: [
          { title: 'I need more time', value: 'ask-for-time' },
          { title: 'The action is wrong or does not fit', value: 'not-right' },
          { title: "I can't do this", value: 'cannot-do' },
        ],
      },
    ],
  },
  'ask-for-time': {
    send: 'Send',
    press: answers('ask-for-time'),
    body: [
      {
        type: 'Input.Date',
        id: 'until',
        label: 'Until which day?',
        isRequired: true,
        errorMessage: 'Give a day.',
      },
      textInput('reason', 'Why is more time needed?', 'Say why more time is needed.'),
      {
        type: 'Input.Text',
        id: 'waitsFor',
        label: 'Which meeting or panel does it wait for? (if any)',
        maxLength: 200,
      },
    ],
  },
  'not-right': { send: 'Send', press: answers('not-right'), body: [why] },
  'cannot-do': { send: 'Send', press: answers('cannot-do'), body: [why] },
  dispute: {
    send: 'Send',
    press: answers('dispute'),
    body: [
      textInput(
        'reason',
        'What did not happen?',
        'Say what did not happen, so that the owner knows what is left to do.',
      ),
    ],
  },
  'keep-day': {
    send: 'Keep the day',
    press: answers('keep-day'),
    body: [textInput('reason', 'Why does the day have to stay?', 'Say why the day has to stay.')],
  },
  'keep-action': {
    send: 'Keep it as it is',
    press: answers('keep-action'),
    body: [textInput('reason', 'Your answer', 'Answer the question, so that the owner can go on.')],
  },
  withdraw: {
    send: 'Withdraw it',
    press: answers('withdraw'),
    body: [textInput('reason', 'Why is it withdrawn?', 'Say why the action is withdrawn.')],
  },
  update: {
    send: 'Send',
    press: answers('update'),
    body: [textInput('how', 'How does it stand?', 'Say how it stands.')],
  },
  'say-impact': {
    send: 'Send',
    press: answers('say-impact'),
    body: [
      {
        type: 'Input.ChoiceSet',
        id: 'impact',
        label: 'Did it help?',
        style: 'expanded',
        isRequired: true,
        errorMessage: 'Choose one.',
        choices: [
          { title: 'It helped', value: 'helped' },
          { title: 'It helped in part', value: 'partly' },
          { title: 'It did not help', value: 'no' },
        ],
      },
      textInput('evidence', 'How do you know?', 'Say how you know.'),
    ],
  },
} as const

function answersOf(item: LetterItem, around: Around, copy: Copy | undefined) {
  const data = pointer(item, copy)
  const form = (title: string, name: Form) => execute(title, 'look', { ...data, form: name })
  const opens = open(around, item.path)
  if (isAboutEscalation(item.kind)) return escalationButtons(item.kind, data, item.path, around)
  if (!isAnsweredInChat(item.kind)) return [opens]
  switch (item.kind) {
    case 'do-action':
      return [
        execute('It is done', 'look', { ...data, form: 'report-done' }, 'positive'),
        form('Something is not right', 'something-not-right'),
        opens,
      ]
    case 'say-whether-it-happened':
      return [
        execute('Yes, it happened', 'answer', { ...data, deed: 'confirm' }, 'positive'),
        form('No, it did not', 'dispute'),
        opens,
      ]
    case 'answer-more-time':
      return [
        execute(
          item.until ? `Agree to ${dayOnButton(item.until, around.today)}` : 'Agree',
          'answer',
          { ...data, deed: 'agree-time' },
          'positive',
        ),
        form(`Keep ${dayOnButton(item.actionDue, around.today)}`, 'keep-day'),
        opens,
      ]
    case 'update-action':
      return [
        execute('Still on its way', 'look', { ...data, form: 'update' }, 'positive'),
        form('It is done', 'report-done'),
        form('I need more time', 'ask-for-time'),
      ]
    case 'see-ended':
      return [execute('I have seen it', 'answer', { ...data, deed: 'seen' }, 'positive'), opens]
    case 'check-impact':
      return [execute('Answer', 'look', { ...data, form: 'say-impact' }, 'positive'), opens]
    case 'consider-step-up':
      return [
        open(
          around,
          `/escalations/new?about=stepping&reference=${encodeURIComponent(item.reference)}`,
          'Yes, raise a concern',
        ),
        execute('No, wait on', 'answer', { ...data, deed: 'wait-longer' }),
        opens,
      ]
    case 'answer-question':
      return [form('Keep it as it is', 'keep-action'), form('Withdraw it', 'withdraw'), opens]
    case 'choose-meeting':
      return timesOf(item, around, data)
    case 'see-form':
      return [execute('Read it', 'look', { ...data, form: 'read' }, 'positive'), opens]
    case 'write-form':
      return [
        execute('Go on', 'look', { ...data, form: 'next' }, 'positive'),
        execute('Read again', 'look', { ...data, form: 'read' }),
        opens,
      ]
  }
}

/** One tap takes a time. At most three buttons: with three times there is no fourth to open it. */
function timesOf({ slots, path }: LetterItem, around: Around, data: ReturnType<typeof pointer>) {
  const times = (slots ?? []).map((slot) =>
    execute(slotInWords(slot, around.today), 'answer', { ...data, deed: 'take-time', form: slot.from }),
  )
  return times.length >= 3 ? times : [...times, open(around, path)]
}

function pointer(item: LetterItem, copy: Copy | undefined) {
  return { duty: item.duty, ...(copy && { number: copy.number }) }
}

function headingOf(item: LetterItem, { today }: Around): string {
  const about = aboutInWords(item.kind, item.reference)
  if (!item.yours) return `${about}: ${lateOf(item, today)}`
  const asks = DUTY_ASKS[item.kind]
  return `${numbered(about, item.number)}: ${asks.charAt(0).toLowerCase()}${asks.slice(1)}`
}

function copyLine(copy: Copy | undefined) {
  if (!copy) return []
  return [
    quiet(copy.replacement ? `Message ${copy.number}. You may already have this.` : `Message ${copy.number}`),
  ]
}
