import * as z from 'zod/mini'

import { dutyKind } from '../duties/views.ts'

export const actionState = z.enum([
  'open',
  'more-time-asked',
  'questioned',
  'reported-done',
  'confirmed',
  'withdrawn',
])

/** The groups of the list: by lateness, then what waits for its raiser, then what is done (look.md). */
export const lateness = z.enum(['very-late', 'late', 'due-soon', 'later', 'waiting-for-check', 'done'])
export type Lateness = z.infer<typeof lateness>

/** A row of the tracker. */
export const actionRow = z.object({
  id: z.string(),
  number: z.string(),
  reference: z.string(),
  what: z.string(),
  owner: z.string(),
  raiser: z.string(),
  due: z.string(),
  daysLate: z.number(),
  state: actionState,
  group: lateness,
  /** The state in words: "open", "says it is done, waiting for Education". */
  stateWords: z.string(),
  may: z.object({ chase: z.boolean() }),
})
export type ActionRow = z.infer<typeof actionRow>

export const actionList = z.object({
  items: z.array(actionRow),
  /** How many there are in each group, with the other filters as they are. */
  counts: z.record(lateness, z.number()),
  next: z.nullable(z.string()),
})
export type ActionList = z.infer<typeof actionList>

/** One entry of an action's history: who did what when, and what they wrote. */
export const historyEntry = z.object({
  at: z.string(),
  who: z.string(),
  what: z.string(),
  texts: z.array(z.object({ label: z.string(), text: z.string() })),
})
export type HistoryEntry = z.infer<typeof historyEntry>

/** Whom a reminder reached: "told on 8 June at 10:00 in Teams". */
export const promptEntry = z.object({ at: z.nullable(z.string()), who: z.string(), what: z.string() })

export const actionView = z.object({
  row: actionRow,
  version: z.number(),
  help: z.string(),
  recordedOn: z.string(),
  leadPerson: z.string(),
  manager: z.nullable(z.string()),
  history: z.array(historyEntry),
  prompts: z.array(promptEntry),
  /** The open duty, and whether the signed-in person owes it. */
  duty: z.nullable(z.object({ id: z.string(), kind: dutyKind, owes: z.string(), yours: z.boolean() })),
  may: z.object({ chase: z.boolean(), seeChild: z.boolean() }),
})
export type ActionView = z.infer<typeof actionView>

/** What can be chosen when an action is recorded. */
export const recordOptions = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      posts: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          agency: z.nullable(z.string()),
          holder: z.nullable(z.string()),
        }),
      ),
    }),
  ),
})
export type RecordOptions = z.infer<typeof recordOptions>

export const recorded = z.object({ id: z.string() })
export const chased = z.object({ chased: z.number(), people: z.number() })
export const answered = z.object({ id: z.string(), version: z.number(), receipt: z.string() })
/** Null: the child is not born yet. */
export const childView = z.object({ name: z.string(), born: z.nullable(z.string()) })
