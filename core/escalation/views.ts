import * as z from 'zod/mini'

import { AREA_NAMES } from './areas.ts'
import { ESCALATION_STATES, STAGE_ENDS } from './escalation.ts'

const area = z.enum(AREA_NAMES)
const escalationState = z.enum(ESCALATION_STATES)

/** A line of the register: never a word that was typed. */
const escalationRow = z.object({
  id: z.string(),
  number: z.string(),
  reference: z.string(),
  about: area,
  theme: z.nullable(area),
  state: escalationState,
  stateWords: z.string(),
  /** "Stage 2". */
  stage: z.string(),
  /** The stages that were skipped, and stand as skipped. */
  skipped: z.array(z.string()),
  raiser: z.string(),
  addressee: z.string(),
  raisedOn: z.string(),
  /** The day that counts now: of the stage, or of the promise. */
  due: z.string(),
  owing: z.boolean(),
  /** Whether the reader owes the next answer. */
  yours: z.boolean(),
})
export type EscalationRow = z.infer<typeof escalationRow>

/** How many there are, by what is learned (or, before that, what it is about), stage and whether it ended. */
const escalationCount = z.object({
  theme: area,
  stage: z.int(),
  open: z.int(),
  ended: z.int(),
})
export type EscalationCount = z.infer<typeof escalationCount>

export const escalationList = z.object({
  items: z.array(escalationRow),
  /** For the partnership and the chair of the subgroup. */
  counts: z.nullable(z.array(escalationCount)),
  may: z.object({ raise: z.boolean(), seeAll: z.boolean(), set: z.boolean() }),
})
export type EscalationList = z.infer<typeof escalationList>

const promise = z.object({
  what: z.string(),
  who: z.string(),
  by: z.string(),
  madeOn: z.string(),
  saidDoneOn: z.nullable(z.string()),
  /** The meeting for which it waits. */
  waitsFor: z.nullable(z.string()),
})

const stage = z.object({
  name: z.string(),
  between: z.string(),
  addressee: z.string(),
  openedOn: z.string(),
  due: z.string(),
  interimSafety: z.string(),
  /** The stages before it that were skipped, and why. */
  skipped: z.nullable(z.object({ names: z.array(z.string()), because: z.string() })),
  promise: z.nullable(promise),
  ended: z.nullable(z.object({ how: z.enum(STAGE_ENDS), words: z.string(), on: z.string() })),
})
export type StageView = z.infer<typeof stage>

const rung = z.object({
  rung: z.int(),
  name: z.string(),
  between: z.string(),
  reply: z.string(),
  needsDay: z.boolean(),
  says: z.string(),
})
export type RungView = z.infer<typeof rung>

const asked = z.object({ id: z.string(), name: z.string() })

/** One escalation, for those whom it concerns. */
export const escalationView = z.object({
  row: escalationRow,
  version: z.number(),
  concern: z.string(),
  ladder: z.object({ name: z.string(), source: z.string() }),
  stages: z.array(stage),
  /** The stage that would open next. */
  next: rung,
  /** Those after it, to which it can go straight with a reason. */
  further: z.array(rung),
  /** Whom the next stage can ask; empty when it is not the reader's to open it. */
  posts: z.array(asked),
  outcome: z.nullable(z.string()),
  feedback: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  history: z.array(z.object({ at: z.string(), who: z.string(), what: z.string() })),
  may: z.object({
    promise: z.boolean(),
    sayKept: z.boolean(),
    confirm: z.boolean(),
    deny: z.boolean(),
    stepUp: z.boolean(),
    waitOn: z.boolean(),
    withdraw: z.boolean(),
    giveFeedback: z.boolean(),
    hearFeedback: z.boolean(),
    setTheme: z.boolean(),
  }),
})
export type EscalationView = z.infer<typeof escalationView>

/** What a concern is raised from. */
export const escalationOptions = z.object({
  mine: z.array(asked),
  others: z.array(asked),
  /** The cases that the reader works with. */
  references: z.array(z.string()),
  ladders: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      source: z.string(),
      usable: z.boolean(),
      first: z.string(),
      rungs: z.array(rung),
    }),
  ),
})
export type EscalationOptions = z.infer<typeof escalationOptions>

export const raisedEscalation = z.object({ id: z.string(), number: z.string(), version: z.number() })
export const answeredEscalation = z.object({ id: z.string(), version: z.number(), receipt: z.string() })

/** What to do when a child is in danger now: for everybody who is signed in. */
export const inDanger = z.object({ title: z.string(), detail: z.string(), areas: z.array(z.string()) })
export type InDanger = z.infer<typeof inDanger>

/** What the business manager fills in. A time that is not known yet is null. */
export const escalationSettings = z.object({
  danger: z.object({
    version: z.int(),
    areas: z.array(
      z.object({
        name: z.string(),
        phone: z.string(),
        says: z.string(),
        consult: z.string(),
        link: z.string(),
      }),
    ),
  }),
  ladders: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      usable: z.boolean(),
      name: z.string(),
      source: z.string(),
      stepUpAfter: z.int(),
      rungs: z.array(
        z.object({
          name: z.string(),
          between: z.string(),
          reply: z.nullable(z.union([z.int(), z.object({ hours: z.int() }), z.literal('day-set')])),
          tellsOffice: z.boolean(),
          says: z.string(),
        }),
      ),
    }),
  ),
})
export type EscalationSettings = z.infer<typeof escalationSettings>
export type LadderSetting = EscalationSettings['ladders'][number]
export const settingKept = z.object({ version: z.int() })
