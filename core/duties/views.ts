import * as z from 'zod/mini'

import { DEEDS } from '../actions/deeds.ts'
import { DUTY_SUBJECTS } from './duty.ts'
import type { DutyKind } from './duty.ts'

export const dutyKind = z.enum(Object.keys(DUTY_SUBJECTS) as DutyKind[])

/** One line of "Waiting for you" or of "You asked others". */
export const dutyItem = z.object({
  duty: z.string(),
  kind: dutyKind,
  /** What it is about, and where in the tab it is answered. */
  subject: z.string(),
  path: z.string(),
  /** What people say aloud beside the reference, such as A2; empty when there is nothing. */
  number: z.string(),
  reference: z.string(),
  /** What the action is: short, checked not to name the child; empty when the kind says it all. */
  what: z.string(),
  /** By when the answer is owed. */
  due: z.string(),
  /** By when the action is to be done; the same as `due` when it is about no action. */
  actionDue: z.string(),
  daysLate: z.number(),
  owes: z.string(),
  owed: z.string(),
})
export type DutyItem = z.infer<typeof dutyItem>

/** A page of a list: `next` is the key to ask for more with, or null at the end. */
export const dutyList = z.object({
  items: z.array(dutyItem),
  total: z.number(),
  next: z.nullable(z.string()),
})
export type DutyList = z.infer<typeof dutyList>

/** What one duty asks, for the page on which it is answered; closed duties say how they were answered. */
export const dutyView = z.object({
  item: dutyItem,
  /** The action's version: goes back as If-Match. */
  version: z.number(),
  /** What the signed-in person may answer now; empty when it is not theirs or was answered. */
  deeds: z.array(z.enum(DEEDS)),
  /** What the owner said: shown to the raiser beside the question. */
  said: z.array(z.object({ label: z.string(), text: z.string() })),
  /** "You answered this on 18 June at 10:04. Nothing more to do.", or null while it is open. */
  answered: z.nullable(z.string()),
  /** Who reads what is typed here. */
  readBy: z.string(),
  help: z.string(),
  /** The later day that the owner asks for, when that is the question. */
  until: z.nullable(z.string()),
})
export type DutyView = z.infer<typeof dutyView>
