import * as z from 'zod/mini'

import { dutyKind } from '../duties/views.ts'
import { actionSource } from './commands.ts'

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

/** Whose actions a list shows: one's own, one's agency's, one's team's, or all that one may see. */
export const cut = z.enum(['mine', 'agency', 'team', 'all'])
export type Cut = z.infer<typeof cut>

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
  /** "3 of 8 confirmed", for those who see all that "Partners to ..." became. */
  ring: z.nullable(z.object({ parent: z.string(), of: z.number(), confirmed: z.number() })),
  may: z.object({ chase: z.boolean() }),
})
export type ActionRow = z.infer<typeof actionRow>

export const actionList = z.object({
  items: z.array(actionRow),
  /** How many there are in each group, with the other filters as they are. */
  counts: z.record(lateness, z.number()),
  /** All of them: what the groups sum to. */
  total: z.number(),
  /** What the list can be narrowed by. */
  choices: z.object({
    agencies: z.array(z.object({ id: z.string(), name: z.string() })),
    cases: z.array(z.string()),
    rounds: z.array(z.object({ id: z.string(), name: z.string() })),
    sources: z.array(actionSource),
  }),
  next: z.nullable(z.string()),
})
export type ActionList = z.infer<typeof actionList>
export type ActionChoices = ActionList['choices']

/** Actions by due day, for the board and the calendar; `more`: there are others besides. */
export const trackerView = z.object({ items: z.array(actionRow), more: z.boolean() })
export type TrackerView = z.infer<typeof trackerView>

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
  source: z.string(),
  /** How often the partnership had to ask, and the day that was promised when prompts rest. */
  chases: z.number(),
  restsUntil: z.nullable(z.string()),
  updateDue: z.nullable(z.string()),
  /** When somebody looks whether it helped, and what came of it. */
  checkOn: z.nullable(z.string()),
  impact: z.nullable(z.string()),
  history: z.array(historyEntry),
  prompts: z.array(promptEntry),
  /** The open duty, and whether the signed-in person owes it. */
  duty: z.nullable(z.object({ id: z.string(), kind: dutyKind, owes: z.string(), yours: z.boolean() })),
  may: z.object({ chase: z.boolean(), seeChild: z.boolean(), end: z.boolean() }),
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

const importedLine = {
  line: z.number(),
  case: z.string(),
  what: z.string(),
  owner: z.string(),
  raiser: z.string(),
  due: z.string(),
  help: z.string(),
  done: z.string(),
}

/** A line of an imported tracker with what is wrong with it, in sentences under its columns. */
const problems = z.array(z.object({ column: z.string(), says: z.string() }))
/** `saysDone`: it is brought in as said to be done, and waits for who asked for it. */
export const checkedLine = z.object({ ...importedLine, saysDone: z.boolean(), problems })
export type CheckedLineView = z.infer<typeof checkedLine>
/** `missing`: columns that the sheet does not have. */
export const checkedImport = z.object({ lines: z.array(checkedLine), missing: z.array(z.string()) })
export type CheckedImport = z.infer<typeof checkedImport>
export const importedActions = z.object({
  saved: z.array(z.object({ line: z.number(), number: z.string() })),
  left: z.array(z.object({ line: z.number(), problems })),
})
export type ImportedActions = z.infer<typeof importedActions>

export const recorded = z.object({ id: z.string() })
export const fannedOut = z.object({ parent: z.string(), actions: z.array(z.string()) })
/** An action as its change left it. */
export const changedAction = z.object({ version: z.number() })
export const chased = z.object({ chased: z.number(), people: z.number() })
export const answered = z.object({ id: z.string(), version: z.number(), receipt: z.string() })
/** Null: the child is not born yet. */
export const childView = z.object({ name: z.string(), born: z.nullable(z.string()) })
