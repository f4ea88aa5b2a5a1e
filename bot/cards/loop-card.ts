import { inWords } from '#core/calendar/words.ts'
import { QUESTIONS } from '#core/close-the-loop/beside.ts'
import type { FormPart } from '#core/close-the-loop/parts.ts'
import { FORM_PARTS } from '#core/close-the-loop/parts.ts'
import { QUESTION_WORDS } from '#core/close-the-loop/words.ts'
import { aboutInWords } from '#core/duties/words.ts'
import type { Around, FormItem, LetterItem } from '#core/prompts/letter.ts'

import type { CardJson } from '../transport/bot-transport.ts'
import { card, execute, open, quiet, sentence, subheading, textInput } from './parts.ts'

/** The cards of a close-the-loop form, each in place of the one before: to be read, written in steps, sent. */
export const LOOP_STEPS = ['read', 'meeting', 'reflections', 'learning', 'check'] as const
export type LoopStep = (typeof LOOP_STEPS)[number] | 'ask'
/** The steps on which something is written. */
export type WrittenStep = Exclude<LoopStep, 'read' | 'check' | 'ask'>

/** A form as its worker was given it: `form` is there. */
export type LoopItem = LetterItem & { readonly form: FormItem }

export function isLoopItem(item: LetterItem): item is LoopItem {
  return item.form !== undefined && item.yours
}

/** The step that a card names, or the first that is still to be done: a press on an old card goes on from there. */
export function stepOf(named: unknown, { seen, written }: FormItem): LoopStep {
  if (named === 'ask') return 'ask'
  if (!seen) return 'read'
  return LOOP_STEPS.find((step) => step === named) ?? nextStep(written)
}

/** One step: one matter, its fields, and at most three buttons. What was written before stands on no card. */
export function loopCard(item: LoopItem, step: LoopStep, around: Around): CardJson {
  switch (step) {
    case 'read':
      return readCard(item, around)
    case 'check':
      return checkCard(item, around)
    case 'ask':
      return notRightCard(item, around)
    case 'meeting':
    case 'reflections':
    case 'learning':
      return stepCard(item, step, around)
  }
}

function readCard(item: LoopItem, around: Around): CardJson {
  const { duty, path, form } = item
  return card({
    heading: headingOf(item, 'please read what the panel found'),
    body: [
      ...(form.answered
        ? [
            sentence(
              'Your lead person answered what you said. Read these words anew, and open it for the answer.',
            ),
          ]
        : []),
      subheading('What was good'),
      sentence(form.good),
      subheading('What is asked'),
      sentence(form.asked),
      quiet(`Your part is due on ${inWords(item.due, around.today)}. ${item.owed} sent you this.`),
    ],
    around,
    actions: [
      form.seen
        ? execute('Go on', 'look', { duty, form: 'next' }, 'positive')
        : execute('I have read it', 'answer', { duty, deed: 'see' }, 'positive'),
      execute('Something is not right', 'look', { duty, form: 'ask' }),
      open(around, path),
    ],
  })
}

/** What is not right goes to the lead person, who answers; meanwhile nobody reminds the worker. */
function notRightCard(item: LoopItem, around: Around): CardJson {
  const { duty, path } = item
  return card({
    heading: headingOf(item, 'something is not right'),
    body: [
      {
        type: 'Input.ChoiceSet',
        id: 'about',
        label: 'What is it?',
        style: 'expanded',
        isRequired: true,
        errorMessage: 'Choose one.',
        choices: QUESTIONS.map((value) => ({ title: QUESTION_WORDS[value], value })),
      },
      {
        type: 'Input.Text',
        id: 'text',
        label: 'Say what it is',
        isMultiline: true,
        maxLength: 2000,
      },
      quiet(
        'Read by your lead person and the partnership; by nobody else. Do not name the child or the family.',
      ),
    ],
    around,
    actions: [
      execute('Send', 'answer', { duty, deed: 'ask' }, 'positive'),
      execute('Back', 'look', { duty, form: 'read' }, { inputs: 'none' }),
      open(around, path),
    ],
  })
}

function stepCard(item: LoopItem, step: WrittenStep, around: Around): CardJson {
  const { duty, path, form } = item
  const { title, fields, readBy, covers } = STEPS[step]
  const before = covers.some((part) => form.written.includes(part))
  return card({
    heading: headingOf(item, title),
    body: [
      ...(before ? [sentence('You wrote this already. What you write here replaces it.')] : []),
      ...fields(form),
      quiet(`${readBy} Do not name the child or the family.`),
    ],
    around,
    actions: [
      execute('Next', 'answer', { duty, deed: 'write', form: step }, 'positive'),
      execute('Read again', 'look', { duty, form: 'read' }, { inputs: 'none' }),
      open(around, path),
    ],
  })
}

function checkCard(item: LoopItem, around: Around): CardJson {
  const { duty, path, form } = item
  const all = form.written.length === FORM_PARTS.length
  return card({
    heading: headingOf(item, `${form.written.length} of ${FORM_PARTS.length} parts written`),
    body: [
      ...FORM_PARTS.map((part) =>
        sentence(`${NAMES[part]}: ${form.written.includes(part) ? 'written' : 'not yet'}`),
      ),
      sentence(
        form.shared
          ? 'Your manager reads it, too: you share it.'
          : 'Your manager does not read it: you do not share it.',
      ),
      quiet(
        'Your lead person reads it and signs it; then the partnership reviews it. To change a word, open it.',
      ),
    ],
    around,
    actions: [
      all
        ? execute('Send', 'answer', { duty, deed: 'send' }, 'positive')
        : execute('Go on', 'look', { duty, form: 'next' }, 'positive'),
      open(around, path),
    ],
  })
}

const NAMES: Readonly<Record<FormPart, string>> = {
  meeting: 'The meeting',
  background: 'What it was about',
  reflections: 'Your reflections',
  learning: 'What can be learned',
}

const READ_BY = 'Read by your lead person and the partnership; by your manager only if you share it.'

type Step = {
  readonly title: string
  readonly covers: readonly FormPart[]
  readonly readBy: string
  readonly fields: (form: FormItem) => readonly Readonly<Record<string, unknown>>[]
}

const STEPS: Readonly<Record<WrittenStep, Step>> = {
  meeting: {
    title: 'the close-the-loop meeting',
    covers: ['meeting', 'background'],
    readBy: READ_BY,
    fields: ({ metOn }) => [
      {
        type: 'Input.Date',
        id: 'metOn',
        label: 'When was it?',
        isRequired: true,
        errorMessage: 'Give the day of the meeting.',
        ...(metOn !== null && { value: metOn }),
      },
      textInput('present', 'Who was there?', 'Say who was there.'),
      textInput('background', 'What was it about?', 'Say what it was about.'),
    ],
  },
  reflections: {
    title: 'your reflections',
    covers: ['reflections'],
    readBy: 'Read by your lead person and the partnership; your manager only if you share.',
    fields: ({ shared }) => [
      textInput('reflections', 'What do you think of it now?', 'Say what you think of it now.'),
      {
        type: 'Input.Toggle',
        id: 'shared',
        label: 'Your manager',
        title: 'Share what I wrote with my manager',
        value: String(shared),
      },
    ],
  },
  learning: {
    title: 'what can be learned',
    covers: ['learning'],
    readBy: READ_BY,
    fields: () => [
      textInput('learning', 'What would you do differently?', 'Say what can be done differently.'),
    ],
  },
}

/** The first step that has a part still to be written; then the check. */
function nextStep(written: readonly FormPart[]): LoopStep {
  const open = (['meeting', 'reflections', 'learning'] as const).find((step) =>
    STEPS[step].covers.some((part) => !written.includes(part)),
  )
  return open ?? 'check'
}

function headingOf({ kind, reference }: LetterItem, what: string): string {
  return `${aboutInWords(kind, reference)}: ${what}`
}
