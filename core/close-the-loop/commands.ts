import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'

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
} as const

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
  ],
  'Choose what to do.',
)

export type FormAnswer = z.infer<typeof formAnswerSchema>
export type FormAct = FormAnswer['deed']
export type FormAnswerOf<D extends FormAct> = Extract<FormAnswer, { deed: D }>
