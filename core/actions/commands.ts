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
    /** The meeting or panel for which it waits, if any. */
    waitsFor: z.optional(
      z
        .string('Say for which meeting it waits.')
        .check(z.trim(), z.maxLength(200, 'This is too long: 200 characters at most.')),
    ),
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
  update: z.object({ how: said('Say how it stands.') }),
  seen: z.object({}),
  'wait-longer': z.object({}),
  'say-impact': z.object({
    impact: z.enum(['helped', 'partly', 'no'], 'Choose whether it helped.'),
    evidence: said('Say how you know.'),
  }),
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
    z.extend(answers.update, { deed: z.literal('update') }),
    z.extend(answers.seen, { deed: z.literal('seen') }),
    z.extend(answers['wait-longer'], { deed: z.literal('wait-longer') }),
    z.extend(answers['say-impact'], { deed: z.literal('say-impact') }),
  ],
  'Choose an answer.',
)

/** One answer: the deed and what goes with it. */
export type Answer = z.infer<typeof answerSchema>
export type Deed = Answer['deed']
export type AnswerOf<D extends Deed> = Extract<Answer, { deed: D }>

/** Where an action comes from. */
export const actionSource = z.enum(
  ['panel-day', 'learning', 'escalation', 'subgroup', 'import'],
  'Choose where it comes from.',
)

const owner = z.pipe(
  z.string('Choose who will do it.').check(z.minLength(1, 'Choose who will do it.')),
  z.transform((id) => id as PostId),
)

const asked = {
  case: z.pipe(
    z.string('Choose a case.').check(z.minLength(1, 'Choose a case.')),
    z.transform((id) => id as CaseId),
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
  source: z.optional(actionSource),
}

/** What the QA manager records from panel day. */
export const recordActionSchema = z.object({ ...asked, owner })

export type RecordAction = z.infer<typeof recordActionSchema>

/** "Partners to ...": the same asked of several agencies, each with an action of its own. */
export const fanOutSchema = z.object({
  ...asked,
  owners: z
    .array(owner, 'Choose who will do it.')
    .check(z.minLength(2, 'Choose at least two agencies.'), z.maxLength(30, 'At most 30 at once.')),
})

export type FanOutAction = z.infer<typeof fanOutSchema>

/** The raiser takes back what was asked for: for good, or because another action takes its place. */
export const endActionSchema = z.discriminatedUnion(
  'deed',
  [
    z.object({ deed: z.literal('withdraw'), reason: said('Say why the action is withdrawn.') }),
    z.object({
      deed: z.literal('replace'),
      by: z
        .string('Give the number of the action that takes its place.')
        .check(z.trim(), z.toUpperCase(), z.regex(/^A\d{1,9}(\/\d{1,3})?$/, 'Give a number such as A7.')),
      reason: said('Say why another action takes its place.'),
    }),
  ],
  'Choose what becomes of it.',
)

export type EndAction = z.infer<typeof endActionSchema>

/** What somebody promised on the telephone, and for which day. */
export const promiseSchema = z.object({
  note: said('Say whom you spoke with and what was promised.'),
  until: aDay('Give the day that was promised.'),
})

export type PromiseGiven = z.infer<typeof promiseSchema>

const cell = z.string().check(z.maxLength(2000, 'This is too long: 2,000 characters at most.'))

/** What a line of an imported tracker has to say in words; its case, posts and day are looked up. */
export const importedLineSchema = z.object({
  what: asked.what,
  help: asked.help,
  case: cell,
  owner: cell,
  raiser: cell,
  due: cell,
  done: cell,
})

/** Lines of somebody's own tracker, as they stood there. */
export const importSchema = z.object({
  lines: z
    .array(
      z.object({
        line: z.number(),
        case: cell,
        what: cell,
        owner: cell,
        raiser: cell,
        due: cell,
        help: cell,
        done: cell,
      }),
    )
    .check(z.minLength(1, 'There is nothing to record.'), z.maxLength(500, 'At most 500 at once.')),
})

/** An Excel workbook of at most a megabyte, in base64. */
export const workbookSchema = z.object({
  file: z
    .string('Choose an Excel workbook.')
    .check(
      z.minLength(1, 'Choose an Excel workbook.'),
      z.maxLength(1_400_000, 'This workbook is too large: 1 MB at most.'),
      z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'Choose an Excel workbook.'),
    ),
})
