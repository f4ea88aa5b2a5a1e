import * as z from 'zod/mini'

import { personRef } from '../people/commands.ts'

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
