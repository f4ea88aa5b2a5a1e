import * as z from 'zod/mini'

import { GRADES } from '../cases/grade.ts'

z.config({ jitless: true })

const grade = z.enum(GRADES)
const perGrade = z.record(grade, z.number())

/** An agency in a case: its own grade, the panel's, and why that changed. */
export const gradeRow = z.object({
  agency: z.string(),
  name: z.string(),
  /** Null while it was not sent; an agency that knew the family briefly has none. */
  own: z.nullable(grade),
  brief: z.boolean(),
  panel: z.nullable(grade),
  rationale: z.nullable(z.string()),
})
export type GradeRow = z.infer<typeof gradeRow>

export const panelState = z.enum(['to-come', 'recorded', 'confirmed'])

/** The panel's work on a case; the grades and texts are there for those alone who may see them. */
export const panelOfCase = z.object({
  state: panelState,
  grades: z.array(gradeRow),
  judgement: z.nullable(grade),
  good: z.nullable(z.string()),
  /** The chair leads an agency that is graded here: somebody else leads this item (decisions.md 26). */
  chairConflict: z.boolean(),
})
export type PanelOfCase = z.infer<typeof panelOfCase>

/** One case of the running order. */
export const panelCase = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  /** "Child in need": where the case stood when it was listed. */
  threshold: z.nullable(z.string()),
  state: panelState,
  /** Null when the person may not see the grades yet. */
  panel: z.nullable(panelOfCase),
  actions: z.number(),
  teamNamed: z.boolean(),
  may: z.object({ record: z.boolean(), confirm: z.boolean() }),
})
export type PanelCase = z.infer<typeof panelCase>

export const panelCounts = z.object({
  grades: z.number(),
  regrades: z.number(),
  own: perGrade,
  panel: perGrade,
  judgements: perGrade,
})
export type PanelCounts = z.infer<typeof panelCounts>

export const panelView = z.object({
  round: z.object({ id: z.string(), code: z.string(), theme: z.string() }),
  version: z.number(),
  panelDay: z.string(),
  /** Closed, with the moment in words; null while it is open. */
  held: z.nullable(z.string()),
  /** Wall-clock times on the panel day; null while it is not booked. */
  meeting: z.nullable(
    z.object({
      from: z.string(),
      to: z.string(),
      /** For those who are invited, until the day is closed; null in local mode. */
      joinUrl: z.nullable(z.string()),
      /** What booking it again would mend; null when it is whole. */
      lacks: z.nullable(z.enum(['lock', 'side-panel'])),
    }),
  ),
  cases: z.array(panelCase),
  /** Null when the person may not see the grades yet. */
  counts: z.nullable(panelCounts),
  /** What keeps panel day from being closed, by reference, and how many forms closing it drafts. */
  closing: z.nullable(
    z.object({ unconfirmed: z.array(z.string()), withoutTeam: z.array(z.string()), forms: z.number() }),
  ),
  may: z.object({ book: z.boolean(), close: z.boolean(), recordAction: z.boolean() }),
})
export type PanelView = z.infer<typeof panelView>

export const panelRecorded = z.object({ version: z.number() })
export const panelDayClosed = z.object({ version: z.number(), forms: z.number() })
