import * as z from 'zod/mini'

import { lateness } from '../actions/views.ts'
import { formState } from '../close-the-loop/views.ts'

z.config({ jitless: true })

const actionCounts = z.record(lateness, z.int())
/** In which hands a form is. */
export const formPlace = z.enum(['lead-person', 'worker', 'to-sign', 'to-review', 'closed'])
export type FormPlace = z.infer<typeof formPlace>
const formCounts = z.record(formPlace, z.int())

/** How many there are, in groups that sum to the whole. */
const counted = z.object({
  name: z.string(),
  /** `chased`: how often the partnership had to ask. */
  actions: z.object({ groups: actionCounts, all: z.int(), chased: z.int() }),
  forms: z.object({ places: formCounts, all: z.int(), chased: z.int() }),
})
export type Counted = z.infer<typeof counted>

const line = z.object({
  key: z.string(),
  number: z.string(),
  reference: z.string(),
  round: z.string(),
  /** The agency that owes it; the post for an agency's own people. */
  who: z.string(),
  says: z.string(),
})
export type StandingLine = z.infer<typeof line>

/** What the subgroup monitors: counts, references and days; never a name or a text. */
export const monitorView = z.object({
  says: z.string(),
  rounds: z.array(
    z.object({
      /** Null for cases of a time before the rounds were here. */
      id: z.nullable(z.string()),
      code: z.string(),
      theme: z.string(),
      stands: z.string(),
      agencies: z.array(counted),
      all: counted,
    }),
  ),
  late: z.array(line),
  /** Whoever asked has not said whether it happened, with their deputy asked, too (decisions.md 2). */
  silent: z.array(line),
  escalations: z.object({ open: z.int(), ended: z.int() }),
})
export type MonitorView = z.infer<typeof monitorView>

const gradeLine = z.object({ grade: z.string(), own: z.int(), panel: z.int() })

/** How one agency stands in its rounds, for those who answer for it: who owes what, nothing about a child. */
export const agencyView = z.object({
  agencies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      says: z.string(),
      counts: counted,
      /** Open, by day: who owes what. `path` for those who may open it. */
      actions: z.array(z.extend(line, { path: z.nullable(z.string()) })),
      forms: z.array(z.extend(line, { path: z.nullable(z.string()), state: formState })),
      returns: z.object({
        /** In, owed by a day to come, late; they sum to all. */
        in: z.int(),
        owed: z.int(),
        late: z.int(),
        all: z.int(),
        lines: z.array(z.extend(line, { path: z.nullable(z.string()) })),
      }),
      grades: z.array(
        z.object({
          round: z.string(),
          lines: z.array(gradeLine),
          cases: z.int(),
          /** Where the panel's grade is another than the agency's own. */
          changed: z.int(),
        }),
      ),
    }),
  ),
})
export type AgencyView = z.infer<typeof agencyView>
