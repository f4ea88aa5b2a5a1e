import * as z from 'zod/mini'

import { GRADES } from '../cases/grade.ts'
import type { AgencyId } from '../ids.ts'

z.config({ jitless: true })

const LONGEST = 2000
const TOO_LONG = 'This is too long: 2,000 characters at most.'

/** What the panel decided about one case: each agency's grade, the partnership's judgement, what was good. */
export const recordPanelSchema = z.object({
  grades: z
    .array(
      z.object({
        agency: z.pipe(
          z.string('Say which agency.'),
          z.transform((id) => id as AgencyId),
        ),
        panel: z.enum(GRADES, 'Choose the panel’s grade for each agency.'),
        /** Why the panel's grade is another than the agency's own; null when it is the same. */
        rationale: z.pipe(
          z.nullable(z.string().check(z.trim(), z.maxLength(LONGEST, TOO_LONG))),
          z.transform((text) => (text === '' ? null : text)),
        ),
      }),
      'Choose the panel’s grade for each agency.',
    )
    .check(z.maxLength(60, 'These are more grades than there are agencies.')),
  judgement: z.enum(GRADES, 'Choose how well the agencies worked together.'),
  good: z
    .string('Say what was good here.')
    .check(z.trim(), z.minLength(1, 'Say what was good here.'), z.maxLength(LONGEST, TOO_LONG)),
})
export type RecordPanel = z.infer<typeof recordPanelSchema>

const time = (sentence: string) => z.string(sentence).check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, sentence))

/** When panel day begins and ends: wall-clock times on the round's panel day. */
export const bookPanelDaySchema = z.object({
  from: time('Give the time when it begins, for example 09:30.'),
  to: time('Give the time when it ends, for example 16:30.'),
})
export type BookPanelDay = z.infer<typeof bookPanelDaySchema>
