import * as z from 'zod/mini'

import { parseDay } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'

z.config({ jitless: true })

const cell = z.object({
  kind: z.enum(['reply', 'return', 'collation', 'case', 'form'], 'Choose cells of the grid.'),
  id: z.string('Choose cells of the grid.'),
})

/** The subjects of the cells that were chosen. */
export const remindCellsSchema = z.object({
  cells: z
    .array(cell, 'Choose at least one cell.')
    .check(z.minLength(1, 'Choose at least one cell.'), z.maxLength(300, 'At most 300 at once.')),
})
export type ChosenCell = z.infer<typeof cell>

export const moreTimeSchema = z.object({
  part: z.enum(['chronology', 'evaluation'], 'Say whether it is the chronology or the evaluation.'),
  until: z.pipe(
    z
      .string('Give the new day.')
      .check(z.refine((text) => parseDay(text) !== undefined, 'Give the new day, for example 25 5 2018.')),
    z.transform((text) => text as Day),
  ),
})
export type MoreTime = z.infer<typeof moreTimeSchema>

export const LONGEST_REASON = 300

export const notInvolvedSchema = z.object({
  reason: z
    .string('Say why the agency is not involved.')
    .check(
      z.trim(),
      z.minLength(1, 'Say why the agency is not involved.'),
      z.maxLength(LONGEST_REASON, 'This is too long: 300 characters at most.'),
    ),
})
export type NotInvolved = z.infer<typeof notInvolvedSchema>

export const releaseSchema = z.object({
  to: z.enum(['qa', 'panel'], 'Say to whom the chronologies are released.'),
})
