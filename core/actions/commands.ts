import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import type { CaseId, PostId } from '../ids.ts'

z.config({ jitless: true })

/** Text that a person typed: at most 2,000 characters, and something in it. */
function said(sentence: string): z.ZodMiniType<string, string> {
  return z
    .string(sentence)
    .check(
      z.trim(),
      z.minLength(1, sentence),
      z.maxLength(2000, 'This is too long: 2,000 characters at most.'),
    )
}

const day = aDay('Give a day, for example 22 6 2018.')

/** The owner's and the raiser's answers to what is asked of them. The verb is the deed. */
const answers = {
  'report-done': z.object({
    whatWasDone: said('Say what was done.'),
    evidence: said('Say how you know: what was seen, recorded or told.'),
  }),
  'ask-for-time': z.object({
    until: day,
    reason: said('Say why more time is needed.'),
  }),
  question: z.object({
    question: z.enum(['not-right', 'cannot-do'], 'Choose what is not right.'),
    reason: said('Say what is not right, so that it can be put right.'),
  }),
  confirm: z.object({}),
  dispute: z.object({ reason: said('Say what did not happen, so that the owner knows what is left to do.') }),
  'agree-time': z.object({}),
  'keep-day': z.object({ reason: said('Say why the day has to stay.') }),
  'keep-action': z.object({ reason: said('Answer the question, so that the owner can go on.') }),
  withdraw: z.object({ reason: said('Say why the action is withdrawn.') }),
} as const

/** The one door for answers from cards, tab and browser alike. */
export const answerSchema = z.discriminatedUnion(
  'deed',
  [
    z.extend(answers['report-done'], { deed: z.literal('report-done') }),
    z.extend(answers['ask-for-time'], { deed: z.literal('ask-for-time') }),
    z.extend(answers.question, { deed: z.literal('question') }),
    z.extend(answers.confirm, { deed: z.literal('confirm') }),
    z.extend(answers.dispute, { deed: z.literal('dispute') }),
    z.extend(answers['agree-time'], { deed: z.literal('agree-time') }),
    z.extend(answers['keep-day'], { deed: z.literal('keep-day') }),
    z.extend(answers['keep-action'], { deed: z.literal('keep-action') }),
    z.extend(answers.withdraw, { deed: z.literal('withdraw') }),
  ],
  'Choose an answer.',
)

/** One answer: the deed and what goes with it. */
export type Answer = z.infer<typeof answerSchema>
export type Deed = Answer['deed']
export type AnswerOf<D extends Deed> = Extract<Answer, { deed: D }>

/** What the QA manager records from panel day. */
export const recordActionSchema = z.object({
  case: z.pipe(
    z.string('Choose a case.').check(z.minLength(1, 'Choose a case.')),
    z.transform((id) => id as CaseId),
  ),
  owner: z.pipe(
    z.string('Choose who will do it.').check(z.minLength(1, 'Choose who will do it.')),
    z.transform((id) => id as PostId),
  ),
  raiser: z.pipe(
    z.string('Choose who asked for it.').check(z.minLength(1, 'Choose who asked for it.')),
    z.transform((id) => id as PostId),
  ),
  what: z
    .string('Say what will be done.')
    .check(
      z.trim(),
      z.minLength(1, 'Say what will be done.'),
      z.maxLength(300, 'This is too long for a card: 300 characters at most.'),
    ),
  help: said('Say how we will know that it helped.'),
  due: day,
})
export type RecordAction = z.infer<typeof recordActionSchema>
