import * as z from 'zod/mini'

import { personRef } from '../people/commands.ts'
import type { PauseReason } from './case-file.ts'
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
