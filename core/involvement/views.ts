import * as z from 'zod/mini'

import { INVOLVEMENTS } from './reply.ts'

const involvement = z.enum(INVOLVEMENTS)

const threshold = z.enum([
  'assessed',
  'early-help',
  'early-help-closed',
  'child-in-need',
  'child-protection',
  'child-in-care',
])

/** A threshold of which the method wants a case. */
const wanted = z.enum(['assessed', 'early-help', 'child-in-need', 'child-protection', 'child-in-care'])

const adult = z.object({
  name: z.string(),
  relation: z.string(),
  livesWith: z.boolean(),
  parentalResponsibility: z.boolean(),
})

/** Who the child is, with the adults around (OLD-95). */
const listedChild = z.object({
  name: z.string(),
  /** Null: not born yet. */
  born: z.nullable(z.string()),
  /** "9 years", "not born yet". */
  age: z.string(),
  adults: z.array(adult),
})
export type ListedChild = z.infer<typeof listedChild>

const replyCase = z.object({
  id: z.string(),
  reference: z.string(),
  /** Where the case stood when it was listed, in words. */
  threshold: z.string(),
  answer: z.nullable(involvement),
  /** Null before the receipt, and once the cases are chosen: then who they are is nobody's question any more. */
  child: z.nullable(listedChild),
})
export type ReplyCase = z.infer<typeof replyCase>

/** One agency's answer to the long list. Each view that shows children was recorded. */
export const replyView = z.object({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  theme: z.string(),
  agency: z.string(),
  state: z.enum(['asked', 'received', 'given']),
  receiptDue: z.string(),
  answersDue: z.string(),
  /** When it was received and when it was answered, in words. */
  receivedOn: z.nullable(z.string()),
  givenOn: z.nullable(z.string()),
  /** The time looked back on. */
  lookBack: z.object({ from: z.string(), to: z.string() }),
  /** Whether the cases were chosen: then nothing can be changed any more. */
  chosen: z.boolean(),
  cases: z.array(replyCase),
  may: z.object({ confirmReceipt: z.boolean(), answer: z.boolean() }),
})
export type ReplyView = z.infer<typeof replyView>

export const replySaved = z.object({ id: z.string(), version: z.number() })

const agency = z.object({
  id: z.string(),
  name: z.string(),
  /** Who holds the lead person's post; null when nobody does. */
  lead: z.nullable(z.string()),
  state: z.enum(['asked', 'received', 'given']),
})

const choiceCase = z.object({
  id: z.string(),
  reference: z.string(),
  threshold,
  thresholdWords: z.string(),
  /** What each agency answered, by its id; not there while it has not. */
  answers: z.record(z.string(), involvement),
  /** The agencies that know it, by their ids: their number is the score. */
  knownTo: z.array(z.string()),
})
export type ChoiceCase = z.infer<typeof choiceCase>

/** The long list against the agencies, for choosing: references and answers, never who a child is. */
export const choiceView = z.object({
  id: z.string(),
  version: z.number(),
  code: z.string(),
  theme: z.string(),
  state: z.enum(['not-sent', 'open', 'chosen']),
  due: z.string(),
  sample: z.object({
    choose: z.object({ from: z.number(), to: z.number() }),
    thresholds: z.array(wanted),
  }),
  agencies: z.array(agency),
  /** By score, then by reference. */
  cases: z.array(choiceCase),
  /** What the aid proposes for each number that the method allows. */
  aids: z.array(z.object({ size: z.number(), cases: z.array(z.string()) })),
  usualSize: z.number(),
  /** What was chosen, with the lead agency's id; empty before. */
  chosen: z.array(z.object({ case: z.string(), leadAgency: z.string() })),
  chosenOn: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  may: z.object({ choose: z.boolean() }),
})
export type ChoiceView = z.infer<typeof choiceView>

export const casesSelected = z.object({ id: z.string(), version: z.number(), cases: z.number() })
