import * as z from 'zod/mini'

import type { AgencyId, CaseId } from '../ids.ts'
import { INVOLVEMENTS } from './reply.ts'
import type { Answers } from './reply.ts'

z.config({ jitless: true })

/** That the long list arrived, and nobody else has it. There is nothing to say with it. */
export const confirmReceiptSchema = z.object({})

/** What an agency answers, for every case of its list. */
export const sayInvolvementSchema = z.object({
  answers: z.pipe(
    z.record(
      z.string(),
      z.enum(INVOLVEMENTS, 'Choose one of the four answers for each case.'),
      'Choose an answer for each case.',
    ),
    z.transform((answers) => answers as Answers),
  ),
})

const choice = z.object({
  case: z.pipe(
    z.string('Choose at least one case.'),
    z.transform((id) => id as CaseId),
  ),
  leadAgency: z.pipe(
    z
      .string('Choose the lead agency of each case.')
      .check(z.minLength(1, 'Choose the lead agency of each case.')),
    z.transform((id) => id as AgencyId),
  ),
})
export type Choice = z.infer<typeof choice>

/** The cases that are evaluated, each with its lead agency; a reason where the choice needs one. */
export const selectCasesSchema = z.object({
  cases: z
    .array(choice, 'Choose at least one case.')
    .check(z.minLength(1, 'Choose at least one case.'), z.maxLength(99, 'At most 99 cases.')),
  reason: z.pipe(
    z.nullable(
      z
        .string('Say why, or leave it empty.')
        .check(z.trim(), z.maxLength(2000, 'This is too long: 2,000 characters at most.')),
    ),
    z.transform((reason) => (reason === '' ? null : reason)),
  ),
})
export type SelectCases = z.infer<typeof selectCasesSchema>
