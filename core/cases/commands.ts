import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import { personRef } from '../people/commands.ts'
import type { PauseReason } from './case-file.ts'
import { CASE_TYPES } from './case-type.ts'
import type { CaseType } from './case-type.ts'
import { PAUSE_WORDS } from './pause-words.ts'

z.config({ jitless: true })

/** Who works with the child, as the lead agency names them (decisions.md 3). */
export const nameTeamSchema = z.object({
  worker: personRef,
  manager: personRef,
  team: z
    .string('Give the name of the team.')
    .check(
      z.trim(),
      z.minLength(1, 'Give the name of the team.'),
      z.maxLength(120, 'This is too long: 120 characters at most.'),
    ),
})
export type NameTeam = z.infer<typeof nameTeamSchema>

export const pauseCaseSchema = z.object({
  why: z.enum(Object.keys(PAUSE_WORDS) as PauseReason[], 'Choose why the case is paused.'),
})
export type PauseCase = z.infer<typeof pauseCaseSchema>

const NAME = 'Give the name of the child.'

/** '' is the same as nothing: not recorded. */
function detail(sentence: string) {
  return z.pipe(
    z.nullable(
      z.string(sentence).check(z.trim(), z.maxLength(80, 'This is too long: 80 characters at most.')),
    ),
    z.transform((text) => (text === '' ? null : text)),
  )
}

/** The details of the child as the form has them (OLD-143..150). Null: not recorded, or not born yet. */
export const keepDetailsSchema = z.object({
  name: z
    .string(NAME)
    .check(z.trim(), z.minLength(1, NAME), z.maxLength(200, 'This is too long: 200 characters at most.')),
  born: z.nullable(aDay('Give the date of birth, or that the child is not born yet.')),
  gender: detail('Give the gender, or leave it empty.'),
  ethnicity: detail('Give the ethnicity, or leave it empty.'),
  religion: detail('Give the religion, or leave it empty.'),
  opened: z.nullable(aDay('Give the day on which the case was opened, or leave it empty.')),
  type: z.nullable(z.enum(Object.keys(CASE_TYPES) as CaseType[], 'Choose the type of case.')),
})
export type KeepDetails = z.infer<typeof keepDetailsSchema>
