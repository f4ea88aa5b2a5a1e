import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import type { Threshold } from '../cases/case-file.ts'
import type { AgencyId } from '../ids.ts'
import { personRef } from '../people/commands.ts'
import type { ThemeSource } from './round.ts'
import { MOST_ADULTS, THEME_SOURCES, THRESHOLDS } from './words.ts'

z.config({ jitless: true })

const LONGEST_LINE = 200

function line(sentence: string): z.ZodMiniType<string, string> {
  return z
    .string(sentence)
    .check(
      z.trim(),
      z.minLength(1, sentence),
      z.maxLength(LONGEST_LINE, 'This is too long: 200 characters at most.'),
    )
}

const jobTitle = z
  .string('Say what the lead person’s job is.')
  .check(z.trim(), z.maxLength(LONGEST_LINE, 'This job title is too long: 200 characters at most.'))

const start = aDay('Give the first Monday of the round, for example 7 5 2018.')

const leftOut = z
  .array(aDay('A week that is left out is named by its Monday.'))
  .check(z.maxLength(12, 'At most twelve weeks can be left out.'))

const theme = line('Say what the round is about.')

const sources = z
  .array(z.enum(Object.keys(THEME_SOURCES) as ThemeSource[], 'Choose where the theme comes from.'))
  .check(z.minLength(1, 'Choose where the theme comes from.'))

/** What people say aloud: N of N-2018-2 and N-08, and 2 of N-2018-2. Proposed when they are not given. */
const spoken = {
  prefix: z.optional(
    z.string('Give one to four letters.').check(z.regex(/^[A-Z]{1,4}$/, 'Give one to four capital letters.')),
  ),
  number: z.optional(
    z
      .int('Give the number of the round in its year.')
      .check(z.minimum(1, 'The first round of a year is number 1.'), z.maximum(99, 'At most 99.')),
  ),
}

const member = z.object({
  /** Null: an agency that the partnership did not know, by its name. */
  agency: z.pipe(
    z.nullable(z.string('Choose an agency.')),
    z.transform((id) => id as AgencyId | null),
  ),
  name: line('Give the name of each agency.'),
  /** The name of the member that collates for this one. */
  collator: z.nullable(z.string('Choose the agency that collates.')),
  lead: z.nullable(personRef),
  jobTitle,
  /** The declaration that the lead person decides for the agency (OLD-31). */
  senior: z.boolean('Say whether the lead person decides for the agency.'),
})
export type MemberInput = z.infer<typeof member>

const members = z
  .array(member, 'Add at least one agency.')
  .check(z.minLength(1, 'Add at least one agency.'), z.maxLength(60, 'At most 60 agencies.'))

const facts = { theme, sources, start, leftOut, members }

export const setUpRoundSchema = z.object({
  ...facts,
  ...spoken,
  method: z.string('Choose a method.'),
  /** Close the loop in every case of the round, whatever the panel’s judgement (decisions.md 4). */
  loopForAll: z.optional(z.boolean('Say yes or no.')),
})
export type SetUpRound = z.infer<typeof setUpRoundSchema>

/** Code, prefix and method of a round stay. */
export const changeRoundSchema = z.object(facts)
export type ChangeRound = z.infer<typeof changeRoundSchema>

export const copyRoundSchema = z.object({ theme, sources, start, leftOut, ...spoken })
export type CopyRound = z.infer<typeof copyRoundSchema>

export const approveThemeSchema = z.object({
  by: line('Say who approved the theme, for example the name of the subgroup.'),
  on: aDay('Give the day on which the theme was approved.'),
})
export type ApproveTheme = z.infer<typeof approveThemeSchema>

const adult = z.object({
  name: line('Give the name of each adult.'),
  relation: line('Say who each adult is to the child, such as mother.'),
  livesWith: z.boolean('Say whether the adult lives with the child.'),
  parentalResponsibility: z.boolean('Say whether the adult has parental responsibility.'),
})

const listedCase = z.object({
  /** Such as N-08; one is given when there is none. */
  reference: z.optional(z.string().check(z.regex(/^[A-Z]{1,4}-\d{2}$/, 'A reference looks like N-08.'))),
  name: line('Give the name of each child.'),
  /** Null: not born yet. */
  born: z.nullable(aDay('Give each child’s date of birth, or that it is not born yet.')),
  threshold: z.enum(
    Object.keys(THRESHOLDS) as Threshold[],
    'Say where each case stands, such as child in need.',
  ),
  adults: z.array(adult).check(z.maxLength(MOST_ADULTS, 'At most twenty adults for a case.')),
})
export type ListedInput = z.infer<typeof listedCase>

export const writeLongListSchema = z.object({
  cases: z.array(listedCase, 'Give the list.').check(z.maxLength(99, 'At most 99 cases.')),
})
export type WriteLongList = z.infer<typeof writeLongListSchema>

export const sendLongListSchema = z.object({
  /** Why the list is shorter than the method asks; null when it is not. */
  reason: z.nullable(
    z
      .string('Say why the list is shorter.')
      .check(z.trim(), z.maxLength(2000, 'This is too long: 2,000 characters at most.')),
  ),
})
export type SendLongList = z.infer<typeof sendLongListSchema>

export const closeRoundSchema = z.object({
  /** Why it is closed although something is still owed; '' when nothing is. */
  reason: z
    .string('Say why the round is closed all the same.')
    .check(z.trim(), z.maxLength(2000, 'This is too long: 2,000 characters at most.')),
})
export type CloseRound = z.infer<typeof closeRoundSchema>

export const bankHolidaySchema = z.object({
  day: aDay('Give a day, for example 31 8 2026.'),
  /** False takes it out of the calendar. */
  is: z.boolean('Say whether it is a bank holiday.'),
})
export type BankHoliday = z.infer<typeof bankHolidaySchema>
