import * as z from 'zod/mini'

import { aDay } from '../../calendar/commands.ts'
import { parseDay } from '../../calendar/day.ts'
import { HOLIDAY_SAYS, isTooLong, LONGEST_NAME } from './school-holiday.ts'

z.config({ jitless: true })

const LONGEST_TEXT = 10_000
const MOST = 60

const name = z
  .string('Say what the holiday is called.')
  .check(
    z.trim(),
    z.minLength(1, 'Say what the holiday is called.'),
    z.maxLength(LONGEST_NAME, `The name is too long: ${LONGEST_NAME} characters at most.`),
  )

/** School holidays that are entered, or taken out again: each with its first and its last day. */
export const schoolHolidaysSchema = z.object({
  holidays: z
    .array(
      z
        .object({
          name,
          first: aDay('Give the first day, for example 24 10 2022.'),
          last: aDay('Give the last day, for example 28 10 2022.'),
        })
        .check(
          z.refine(({ first, last }) => !areDays(first, last) || first <= last, {
            error: HOLIDAY_SAYS['holiday-ends-first'],
            path: ['last'],
          }),
          z.refine(({ first, last }) => !areDays(first, last) || !isTooLong(first, last), {
            error: HOLIDAY_SAYS['holiday-is-too-long'],
            path: ['last'],
          }),
        ),
      'Give at least one holiday.',
    )
    .check(z.minLength(1, 'Give at least one holiday.'), z.maxLength(MOST, 'At most 60 holidays at once.')),
  /** False takes them out. */
  is: z.boolean('Say whether they are school holidays.'),
})
export type SchoolHolidays = z.infer<typeof schoolHolidaysSchema>

/** These checks run after others failed, too: what is no day has its own sentence. */
function areDays(...days: readonly string[]): boolean {
  return days.every((each) => parseDay(each) !== undefined)
}

/** Lines of the council's page, to be read and not yet kept. */
export const pastedHolidaysSchema = z.object({
  text: z
    .string('Write one holiday on each line.')
    .check(
      z.trim(),
      z.minLength(1, 'Write one holiday on each line.'),
      z.maxLength(LONGEST_TEXT, 'This is too long: 10,000 characters at most.'),
    ),
})
