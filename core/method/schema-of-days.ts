import * as z from 'zod/mini'

import { ROLES } from './roles.ts'
import { count, group, id, listOf, oneOf, text } from './schema-parts.ts'

export const stages = listOf(group({ id, title: text }))

/** The columns of the framework's printed timetable, in its order (OLD-86). */
export const PRINTED_COLUMNS = [
  'dates-of-audit',
  'theme',
  'chronologies',
  'evaluations',
  'panel-day',
  'overview-report',
  'independent-overview',
  'briefings',
] as const
export type PrintedColumn = (typeof PRINTED_COLUMNS)[number]

/** What happens on a slot of the grid, or over several: day 18 is `from` 18 `to` 18 (rules.md 2.1). */
export const methodDays = listOf(
  group({
    id,
    stage: id,
    from: count,
    to: count,
    title: text,
    who: listOf(oneOf(ROLES)),
    /** Where it stands in the printed table; `only` when it is the day of some: "24 May for Health". */
    printed: z.exactOptional(group({ column: oneOf(PRINTED_COLUMNS), only: z.exactOptional(text) })),
  }),
)

export const methodDuties = group({
  sendLongList: id,
  confirmReceipt: id,
  sayInvolvement: id,
  select: id,
  openReturns: id,
  chronology: id,
  collatedInputs: id,
  signOff: id,
  evaluation: id,
  nameWorker: id,
  releaseToQa: id,
  releaseToPanel: id,
  collatorSendsOn: id,
  panel: id,
  shareNotes: id,
  updates: id,
  week7: id,
})
