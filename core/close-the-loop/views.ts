import * as z from 'zod/mini'

import { actionRow } from '../actions/views.ts'
import { detailsOfChild } from '../cases/views.ts'
import { workerRow } from '../people/supervision/views.ts'
import { ENTRIES } from './beside.ts'
import { FORM_PARTS } from './parts.ts'

export const formState = z.enum(['drafted', 'released', 'seen', 'written', 'signed', 'sent-back', 'closed'])

/** A post with whoever holds it today. */
const who = z.object({ title: z.string(), holder: z.nullable(z.string()) })

/** How a form stands: never a word of what is in it. */
export const formRow = z.object({
  id: z.string(),
  reference: z.string(),
  state: formState,
  stateWords: z.string(),
  due: z.string(),
  /** Whether the worker's part is still owed. */
  owing: z.boolean(),
  daysLate: z.number(),
  metOn: z.nullable(z.string()),
  lead: who,
  worker: who,
  manager: who,
})
export type FormRow = z.infer<typeof formRow>

export const formList = z.object({ items: z.array(formRow) })
export type FormList = z.infer<typeof formList>

/** What a manager's workers owe: status alone. */
export const teamView = z.object({
  /** Whether the person supervises: a lead person and the partnership have the workers' sheets alone. */
  manages: z.boolean(),
  workers: z.array(workerRow),
  forms: z.array(formRow),
  actions: z.array(actionRow),
})
export type TeamView = z.infer<typeof teamView>

const slotView = z.object({ from: z.string(), words: z.string() })

/** The meeting as everyone whom the form concerns sees it: times and posts, nothing that was said at it. */
const meetingView = z.object({
  state: z.enum(['none', 'proposed', 'booked', 'held']),
  words: z.string(),
  slots: z.array(slotView),
  /** For those who are invited, while it is booked; null in local mode. */
  joinUrl: z.nullable(z.string()),
  invited: z.array(z.string()),
  notInvited: z.array(z.string()),
})

const questionView = z.object({
  about: z.string(),
  text: z.string(),
  who: z.string(),
  at: z.string(),
  answer: z.nullable(z.object({ text: z.string(), who: z.string(), at: z.string() })),
})

const logView = z.object({
  what: z.enum(ENTRIES),
  on: z.string(),
  text: z.string(),
  who: z.string(),
  at: z.string(),
})

const partView = z.object({
  metOn: z.nullable(z.string()),
  present: z.string(),
  background: z.string(),
  reflections: z.string(),
  learning: z.string(),
  shared: z.boolean(),
})
export type PartView = z.infer<typeof partView>

/** A close-the-loop form as one person may see it (OLD-136..164). Who the child is, is asked for apart. */
export const formView = z.object({
  row: formRow,
  version: z.number(),
  help: z.string(),
  /** The agency that leads on the case (OLD-140), and what is copied from the evaluation, for those who see it. */
  service: z.nullable(z.string()),
  team: z.nullable(z.string()),
  caseType: z.nullable(z.string()),
  grade: z.nullable(z.string()),
  panel: z.array(z.string()),
  panelDay: z.string(),
  /** When the worker read it (OLD-158), sent it (OLD-139), and when it was reviewed (OLD-141). */
  seenOn: z.nullable(z.string()),
  sentOn: z.nullable(z.string()),
  reviewedOn: z.nullable(z.string()),
  /** What the worker reads; null for whoever sees only how it stands. */
  words: z.nullable(z.object({ good: z.string(), asked: z.string() })),
  /** The worker's part: their own draft, or what was sent to those who may read it. */
  part: z.nullable(partView),
  /** Whether that part is the person's own. */
  own: z.boolean(),
  /** The parts that are written: to the worker alone before it is sent. */
  written: z.array(z.enum(FORM_PARTS)),
  /** "For the worker, by phone, 14:05", wherever what somebody else recorded is shown. */
  recordedFor: z.nullable(z.string()),
  /** What the worker asks and the lead person has not answered; its words are in `questions`. */
  asks: z.nullable(z.string()),
  /** What was asked and answered, to those who may read it. */
  questions: z.array(questionView),
  /** What the reader had written when the form went on without it: theirs alone. */
  setAside: z.array(z.string()),
  meeting: meetingView,
  /** The lead person's log; null for whoever does not read it. */
  log: z.nullable(z.array(logView)),
  checkOn: z.nullable(z.string()),
  /** The case's page, for those who may name another worker there. */
  caseOf: z.nullable(z.string()),
  leadNote: z.nullable(z.string()),
  comment: z.nullable(z.string()),
  actions: z.array(actionRow),
  history: z.array(z.object({ at: z.string(), who: z.string(), what: z.string() })),
  may: z.object({
    release: z.boolean(),
    write: z.boolean(),
    sign: z.boolean(),
    review: z.boolean(),
    seeChild: z.boolean(),
    ask: z.boolean(),
    answerQuestion: z.boolean(),
    tend: z.boolean(),
    takeTime: z.boolean(),
    takeBack: z.boolean(),
    takeBackSignature: z.boolean(),
    recordFor: z.boolean(),
    makePaper: z.boolean(),
  }),
})
export type FormView = z.infer<typeof formView>

export const answeredForm = z.object({ id: z.string(), version: z.number(), receipt: z.string() })

/** Who the child is, with the age today (OLD-143..150). */
export const childOfForm = z.extend(detailsOfChild, { age: z.string() })

/** What somebody had begun to write in forms that went on without them. */
export const setAsideList = z.object({
  items: z.array(z.object({ reference: z.string(), on: z.string(), text: z.string() })),
})
export type SetAsideList = z.infer<typeof setAsideList>
