import * as z from 'zod/mini'

/** A line of a cell: `name` and `words` are read together, "Chronology 2 days late". */
export const gridItem = z.object({
  subject: z.object({ kind: z.enum(['reply', 'return', 'collation', 'case', 'form']), id: z.string() }),
  version: z.number(),
  part: z.enum(['receipt', 'involvement', 'chronology', 'evaluation', 'collation', 'team', 'form']),
  standing: z.enum(['in', 'owed', 'late', 'elsewhere', 'brief', 'out']),
  name: z.string(),
  words: z.string(),
  /** The day of what is still to come from the lead person, or null. */
  due: z.nullable(z.string()),
  reminded: z.number(),
  may: z.object({ remind: z.boolean(), moreTime: z.boolean(), notInvolved: z.boolean() }),
})
export type GridItemView = z.infer<typeof gridItem>

/** An empty cell: the agency does not know the case. */
export const gridCell = z.object({ agency: z.string(), items: z.array(gridItem) })
export type GridCellView = z.infer<typeof gridCell>

/** What a release would show, to whom, and what it would show without. */
export const releaseView = z.object({
  to: z.enum(['qa', 'panel']),
  /** The day on which it is owed, in words: "due 23 May". */
  due: z.string(),
  /** "Case N-08: GPs, Schools". */
  missing: z.array(z.string()),
})

/** Who owes what in a round, agency by case. */
export const gridView = z.object({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  theme: z.string(),
  says: z.string(),
  agencies: z.array(
    z.object({
      agency: z.string(),
      name: z.string(),
      /** Who is reminded: the holder of the lead post, or null when nobody holds it. */
      lead: z.nullable(z.string()),
      late: z.number(),
      open: z.number(),
    }),
  ),
  rows: z.array(
    z.object({
      case: z.nullable(z.string()),
      reference: z.string(),
      chronology: z.boolean(),
      cells: z.array(gridCell),
    }),
  ),
  /** "Released to the QA manager on 23 May at 16:10." */
  released: z.array(z.string()),
  /** The next release that is to be made, or null. */
  release: z.nullable(releaseView),
  /** Days that give more time: up to the day before panel day. */
  panelDay: z.string(),
})
export type GridView = z.infer<typeof gridView>

export const cellsReminded = z.object({ reminded: z.number(), people: z.number() })
export const cellSaved = z.object({ return: z.string(), version: z.number() })
export const released = z.object({ round: z.string(), version: z.number() })
