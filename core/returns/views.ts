import * as z from 'zod/mini'

import { GRADES } from '../cases/grade.ts'

const partState = z.enum(['not-started', 'draft', 'submitted', 'sent-back', 'accepted'])
const grade = z.enum(GRADES)

/** One half of a return as it stands today, in words: "Sent on 24 May at 11:00, 1 day late". */
const partView = z.object({
  state: partState,
  due: z.string(),
  words: z.string(),
  /** Whether the agency still has to send it. */
  owing: z.boolean(),
  /** Why it was sent back, or null. */
  comment: z.nullable(z.string()),
})
export type PartView = z.infer<typeof partView>

const aspect = z.object({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  lookFor: z.array(z.string()),
})
const document = z.object({
  id: z.string(),
  title: z.string(),
  /** Words will do where there is nothing to attach. */
  given: z.enum(['file', 'file-or-words']),
  needed: z.enum(['always', 'where-applicable']),
})

const signOffView = z.object({
  name: z.string(),
  role: z.string(),
  on: z.string(),
  performance: grade,
  impact: grade,
  grade,
})

const rights = z.object({
  /** The agency's own people: they see drafts. */
  own: z.boolean(),
  write: z.object({ chronology: z.boolean(), evaluation: z.boolean() }),
  send: z.object({ chronology: z.boolean(), evaluation: z.boolean() }),
  read: z.object({ chronology: z.boolean(), evaluation: z.boolean() }),
  judge: z.object({ chronology: z.boolean(), evaluation: z.boolean() }),
  invite: z.boolean(),
})

/** A return without what is written in it: how it stands, what it asks, what the person may do. */
export const returnView = z.object({
  id: z.string(),
  version: z.number(),
  reference: z.string(),
  agency: z.string(),
  round: z.object({ id: z.string(), code: z.string(), theme: z.string() }),
  scope: z.enum(['in', 'brief', 'out']),
  /** What the scope means, or why the agency is out of it; empty when it is in. */
  scopeWords: z.string(),
  lead: z.string(),
  goesTo: z.string(),
  /** "Friday 11 May at 09:00" while it can't be written yet, or null. */
  opens: z.nullable(z.string()),
  chronology: z.nullable(partView),
  evaluation: z.nullable(partView),
  signOffDue: z.string(),
  /** Present when the person may read the evaluation and it was sent. */
  signOff: z.nullable(signOffView),
  /** The first day of the time looked back on. */
  lookBackFrom: z.string(),
  /** Whether the questions are a proposal: the framework prints none. */
  proposal: z.boolean(),
  aspectGrades: z.enum(['optional', 'required']),
  aspects: z.array(aspect),
  documents: z.array(document),
  contributors: z.array(z.object({ title: z.string(), holder: z.nullable(z.string()) })),
  /** Who reads what is typed here. */
  readBy: z.string(),
  may: rights,
})
export type ReturnView = z.infer<typeof returnView>

/** Who wrote last: "J. Morgan-Test changed this on 22 May at 11:40". */
const hand = { by: z.string(), at: z.string() }

const entryView = z.object({
  id: z.string(),
  on: z.string(),
  until: z.nullable(z.string()),
  source: z.string(),
  event: z.string(),
  voice: z.string(),
  raisedBy: z.string(),
  response: z.string(),
  responseSeen: z.enum(['seen', 'none', 'not-needed']),
  version: z.number(),
  /** Whether it lies before the time looked back on: it is taken, and marked. */
  beforeLookBack: z.boolean(),
  ...hand,
})
export type EntryView = z.infer<typeof entryView>

const answerView = z.object({ field: z.string(), text: z.string(), version: z.number(), ...hand })
export type AnswerView = z.infer<typeof answerView>

/** What is written in a return; a part that the person may not read is null. Every view is recorded. */
export const returnContent = z.object({
  entries: z.nullable(z.array(entryView)),
  answers: z.nullable(z.array(answerView)),
})
export type ReturnContent = z.infer<typeof returnContent>

export const savedEntry = z.object({ entry: z.string(), version: z.number(), at: z.string() })
export const removedEntry = z.object({ entry: z.string() })
export const savedAnswer = z.object({ field: z.string(), version: z.number(), at: z.string() })
export const savedReturn = z.object({ return: z.string(), version: z.number() })
export const invitedContributor = z.object({ return: z.string(), version: z.number(), post: z.string() })

const input = z.object({
  return: z.string(),
  agency: z.string(),
  scopeWords: z.string(),
  chronology: z.nullable(partView),
  evaluation: z.nullable(partView),
  /** Whether something is still to come from it. */
  missing: z.boolean(),
})

/** What a collator brings together for one case: its agencies, and how each stands. */
export const collationView = z.object({
  id: z.string(),
  version: z.number(),
  reference: z.string(),
  agency: z.string(),
  lead: z.string(),
  round: z.object({ id: z.string(), code: z.string(), theme: z.string() }),
  state: z.enum(['open', 'sent']),
  due: z.string(),
  /** "Due 24 May", "Sent on 24 May at 11:00". */
  words: z.string(),
  opens: z.nullable(z.string()),
  inputs: z.array(input),
  statement: z.nullable(z.string()),
  /** The agencies without which it was sent on. */
  without: z.array(z.string()),
  may: z.object({ sendOn: z.boolean() }),
})
export type CollationView = z.infer<typeof collationView>

/** What the agencies of a collation sent, side by side. Every view is recorded. */
export const collationContent = z.object({
  inputs: z.array(
    z.object({
      return: z.string(),
      grade,
      performance: grade,
      impact: grade,
      strengths: z.string(),
      improvements: z.string(),
      difference: z.string(),
    }),
  ),
})
export type CollationContent = z.infer<typeof collationContent>

export const savedCollation = z.object({ collation: z.string(), version: z.number() })
