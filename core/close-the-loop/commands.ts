import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import { parseMoment } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { AT_MEETING, LOGGED, QUESTIONS, RECORDED_HOW } from './beside.ts'

z.config({ jitless: true })

const MOST = 4000
const MOST_ON_A_CARD = 1000

/** A part that is kept while it is being written: it may still be empty. */
const draft = z.optional(
  z.string().check(z.trim(), z.maxLength(MOST, 'This is too long: 4,000 characters at most.')),
)

/** What the worker reads first: it stands on a card. */
function words(sentence: string): z.ZodMiniType<string, string> {
  return z
    .string(sentence)
    .check(
      z.trim(),
      z.minLength(1, sentence),
      z.maxLength(MOST_ON_A_CARD, 'This is too long for a card: 1,000 characters at most.'),
    )
}

/** A text that may not be empty, of the lead person's or the partnership's. */
function text(sentence: string): z.ZodMiniType<string, string> {
  return z
    .string(sentence)
    .check(
      z.trim(),
      z.minLength(1, sentence),
      z.maxLength(MOST, 'This is too long: 4,000 characters at most.'),
    )
}

const time = (sentence: string) => z.string(sentence).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, sentence))

const day = aDay('Give the day of the meeting, for example 19 6 2018.')

/** What is done with a close-the-loop form, each by the post whose turn it is. */
const answers = {
  release: z.object({
    good: words('Say what the panel found good.'),
    asked: words('Say what is asked of the worker.'),
  }),
  see: z.object({}),
  write: z.object({
    metOn: z.optional(day),
    present: draft,
    background: draft,
    reflections: draft,
    learning: draft,
    shared: z.optional(z.boolean('Say yes or no.')),
  }),
  send: z.object({}),
  sign: z.object({
    leadNote: z
      .string('Write a note, or leave it empty.')
      .check(z.trim(), z.maxLength(MOST, 'This is too long: 4,000 characters at most.')),
  }),
  'send-back': z.object({
    comment: z
      .string('Say what is still missing, so that it can be put right.')
      .check(
        z.trim(),
        z.minLength(1, 'Say what is still missing, so that it can be put right.'),
        z.maxLength(MOST, 'This is too long: 4,000 characters at most.'),
      ),
  }),
  close: z.object({}),
  /** "I am not the worker" needs no more words; what is not right, or cannot be done, does. */
  ask: z
    .object({
      about: z.enum(QUESTIONS, 'Choose what it is.'),
      text: z.prefault(
        z.string().check(z.trim(), z.maxLength(MOST, 'This is too long: 4,000 characters at most.')),
        '',
      ),
    })
    .check(
      z.refine(({ about, text }) => text !== '' || about === 'not-me' || about === 'has-left', {
        error: 'Say what it is, so that it can be put right.',
        path: ['text'],
      }),
    ),
  explain: z.object({ text: text('Answer what the worker said.') }),
  correct: z.object({
    good: words('Say what the panel found good.'),
    asked: words('Say what is asked of the worker.'),
  }),
  'propose-times': z.object({
    slots: z
      .array(
        z.object({
          on: aDay('Give the day, for example 19 6 2018.'),
          from: time('Give the time when it begins, for example 10:00.'),
          to: time('Give the time when it ends, for example 10:45.'),
        }),
        'Propose a time.',
      )
      .check(z.minLength(1, 'Propose a time.'), z.maxLength(3, 'Propose three times at most.')),
  }),
  'record-meeting': z.object({
    on: day,
    present: z
      .array(z.enum(AT_MEETING), 'Say who was there.')
      .check(z.minLength(1, 'Say who was there.'), z.maxLength(AT_MEETING.length, 'Say who was there.')),
  }),
  log: z.object({
    what: z.enum(LOGGED, 'Choose what it is.'),
    on: aDay('Give the day, for example 19 6 2018.'),
    text: text('Say it in a few words.'),
  }),
  'take-back': z.object({}),
  'take-back-signature': z.object({}),
  'record-for-worker': z.object({
    how: z.enum(RECORDED_HOW, 'Say how you know it.'),
    metOn: day,
    present: text('Say who was there.'),
    background: text('Say what it was about.'),
    reflections: text('Say what the worker thinks of it now.'),
    learning: text('Say what can be done differently.'),
  }),
} as const

/** Which of the proposed times the worker takes: the moment at which it begins. */
export const takeTimeSchema = z.object({
  from: z.pipe(
    z.string('Choose a time.').check(z.refine((said) => parseMoment(said) === said, 'Choose a time.')),
    z.transform((said) => said as Moment),
  ),
})

/** The one door for answers about a form, from cards, tab and browser alike. */
export const formAnswerSchema = z.discriminatedUnion(
  'deed',
  [
    z.extend(answers.release, { deed: z.literal('release') }),
    z.extend(answers.see, { deed: z.literal('see') }),
    z.extend(answers.write, { deed: z.literal('write') }),
    z.extend(answers.send, { deed: z.literal('send') }),
    z.extend(answers.sign, { deed: z.literal('sign') }),
    z.extend(answers['send-back'], { deed: z.literal('send-back') }),
    z.extend(answers.close, { deed: z.literal('close') }),
    z.safeExtend(answers.ask, { deed: z.literal('ask') }),
    z.extend(answers.explain, { deed: z.literal('explain') }),
    z.extend(answers.correct, { deed: z.literal('correct') }),
    z.extend(answers['propose-times'], { deed: z.literal('propose-times') }),
    z.extend(answers['record-meeting'], { deed: z.literal('record-meeting') }),
    z.extend(answers.log, { deed: z.literal('log') }),
    z.extend(answers['take-back'], { deed: z.literal('take-back') }),
    z.extend(answers['take-back-signature'], { deed: z.literal('take-back-signature') }),
    z.extend(answers['record-for-worker'], { deed: z.literal('record-for-worker') }),
  ],
  'Choose what to do.',
)

export type FormAnswer = z.infer<typeof formAnswerSchema>
export type FormAct = FormAnswer['deed']
export type FormAnswerOf<D extends FormAct> = Extract<FormAnswer, { deed: D }>

/** Whether who the child is stands in the paper of a form. */
export const formPaperSchema = z.object({ withChild: z.optional(z.boolean('Say yes or no.')) })
