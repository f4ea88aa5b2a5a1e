import * as z from 'zod/mini'

import { aDay } from '../../calendar/commands.ts'

z.config({ jitless: true })

/** When a sheet was talked through, and what was agreed, if anything. */
export const talkSchema = z.object({
  on: aDay('Give the day on which you talked, for example 18 6 2018.'),
  agreed: z.prefault(
    z
      .string('Write what you agreed, or leave it empty.')
      .check(z.trim(), z.maxLength(2000, 'This is too long: 2,000 characters at most.')),
    '',
  ),
})
export type RecordTalk = z.infer<typeof talkSchema>
