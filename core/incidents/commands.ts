import * as z from 'zod/mini'

import type { PersonId, PostId } from '../ids.ts'

z.config({ jitless: true })

const TOO_LONG = 'This is too long: 2000 characters at most.'
const WHAT = 'Choose whose access is withdrawn, or which release.'

/** What is withdrawn from whom, and what happened in a few words. */
export const withdrawSchema = z.object({
  about: z.string('Open this from the page that it is about.').check(z.minLength(1), z.maxLength(100)),
  what: z.union(
    [
      z.object({
        kind: z.literal('holding'),
        post: z.pipe(
          z.string(WHAT).check(z.minLength(1, WHAT)),
          z.transform((id) => id as PostId),
        ),
        person: z.pipe(
          z.string(WHAT).check(z.minLength(1, WHAT)),
          z.transform((id) => id as PersonId),
        ),
      }),
      z.object({ kind: z.literal('release'), to: z.enum(['qa', 'panel'], WHAT) }),
    ],
    WHAT,
  ),
  happened: z
    .string('Say what happened.')
    .check(z.trim(), z.minLength(1, 'Say what happened.'), z.maxLength(2000, TOO_LONG)),
})
export type Withdraw = z.infer<typeof withdrawSchema>

/** Whether it was reported to the Information Commissioner, and why or why not. */
export const settleSchema = z.object({
  as: z.enum(['reported', 'not-reportable'], 'Choose whether it was reported.'),
  decided: z
    .string('Say who decided and why.')
    .check(z.trim(), z.minLength(1, 'Say who decided and why.'), z.maxLength(2000, TOO_LONG)),
})
export type Settle = z.infer<typeof settleSchema>
