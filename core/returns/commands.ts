import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import { GRADES } from '../cases/grade.ts'

z.config({ jitless: true })

/** Text of a return: longer than on a card, because an evaluation is read on paper, too. */
const LONGEST = 10_000

function said(sentence: string): z.ZodMiniType<string, string> {
  return z.string(sentence).check(z.trim(), z.minLength(1, sentence), notTooLong)
}

function short(sentence: string): z.ZodMiniType<string, string> {
  return z
    .string(sentence)
    .check(z.trim(), z.minLength(1, sentence), z.maxLength(200, 'This is too long: 200 characters at most.'))
}

const notTooLong = z.maxLength(LONGEST, 'This is too long: 10,000 characters at most.')
const words = z.string('Write a text, or leave it empty.').check(z.trim(), notTooLong)

const day = aDay('Give a day, for example 22 3 2018.')

const aGrade = (sentence: string) => z.enum(GRADES, sentence)

/** One event of the chronology. The child's words stand in a field of their own (decisions.md 8). */
export const entrySchema = z
  .object({
    on: day,
    until: z.nullable(day),
    source: said('Say where it is recorded, for example: log 31.'),
    event: said('Say what happened.'),
    voice: words,
    raisedBy: words,
    response: words,
    responseSeen: z.enum(['seen', 'none', 'not-needed'], 'Say whether there was a response.'),
  })
  .check(
    z.refine(({ on, until }) => until === null || until >= on, {
      path: ['until'],
      error: 'This is before the day on which it began.',
    }),
  )
export type EntryWords = z.infer<typeof entrySchema>

/** One field of the evaluation; which there are is the method's (fields.ts). */
export const answerFieldSchema = z.object({
  field: z.string('Say which field.'),
  text: z.string('Write a text, or leave it empty.').check(notTooLong),
})

/** Who signs, with the two judgements and the agency's own grade (decisions.md 5, 8; OLD-105). */
export const signOffSchema = z.object({
  name: short('Give the name of who signs.'),
  role: short('Give the role of who signs.'),
  performance: aGrade('Judge your own agency’s performance.'),
  impact: aGrade('Judge the impact on the child.'),
  grade: aGrade('Give your agency’s own grade.'),
})
export type Signing = z.infer<typeof signOffSchema>

export const commentSchema = z.object({
  comment: said('Say what is missing or not clear, so that it can be put right.'),
})

/** A colleague, school or practice who is invited to one return (decisions.md 7). */
export const inviteSchema = z.object({
  name: short('Give their name.'),
  mail: z
    .string('Give their mail address.')
    .check(
      z.trim(),
      z.maxLength(200, 'This is too long: 200 characters at most.'),
      z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'This is not a mail address, such as name@example.org.'),
    ),
  jobTitle: short('Say what their job is.'),
})
export type Invited = z.infer<typeof inviteSchema>

/** The collator's shared view of the impact; `anyway`: without the agencies that have not sent. */
export const sendOnSchema = z.object({
  statement: said('Write your shared view of the impact on the child.'),
  anyway: z.boolean('Say whether you send on without them.'),
})
