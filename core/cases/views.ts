import * as z from 'zod/mini'

import { actionRow, childView } from '../actions/views.ts'
import { panelOfCase, panelState } from '../panel-day/views.ts'
import { CASE_TYPES } from './case-type.ts'
import type { CaseType } from './case-type.ts'

z.config({ jitless: true })

const partState = z.enum(['not-started', 'draft', 'submitted', 'sent-back', 'accepted'])
export type PartStateView = z.infer<typeof partState>

const formState = z.enum(['drafted', 'released', 'seen', 'written', 'signed', 'sent-back', 'closed'])

/** One agency's return as others see that it stands: never a word of it. */
export const caseReturn = z.object({
  id: z.string(),
  agency: z.string(),
  scope: z.enum(['in', 'brief', 'out']),
  chronology: z.nullable(partState),
  evaluation: z.nullable(partState),
  /** Whether the person may open it. */
  opens: z.boolean(),
})
export type CaseReturn = z.infer<typeof caseReturn>

/** `opens`: whether the person may open it. */
export const caseAction = z.extend(actionRow, { opens: z.boolean() })
export type CaseAction = z.infer<typeof caseAction>

/** A person by their name; `person` is what is sent back when they are chosen. */
const named = z.object({ person: z.string(), name: z.string() })

export const caseView = z.object({
  id: z.string(),
  reference: z.string(),
  version: z.number(),
  round: z.object({ id: z.string(), code: z.string() }),
  threshold: z.nullable(z.string()),
  leadAgency: z.string(),
  panelDay: z.string(),
  nameTeamBy: z.string(),
  /** Who works with the child; a post that nobody holds today has no person. */
  team: z.nullable(z.object({ name: z.string(), worker: z.nullable(named), manager: z.nullable(named) })),
  returns: z.array(caseReturn),
  panelState,
  /** Null when the person may not see the grades yet. */
  panel: z.nullable(panelOfCase),
  form: z.nullable(z.object({ id: z.string(), state: formState, due: z.string() })),
  actions: z.array(caseAction),
  /** "Paused since 18 June because of a trial", while nothing is sent about the child. */
  paused: z.nullable(z.string()),
  may: z.object({
    pause: z.boolean(),
    nameTeam: z.boolean(),
    correctDetails: z.boolean(),
    confirmPanel: z.boolean(),
    seeChronology: z.boolean(),
    seePanelDay: z.boolean(),
  }),
})
export type CaseView = z.infer<typeof caseView>

const caseType = z.enum(Object.keys(CASE_TYPES) as CaseType[])

/** The details of a child (OLD-143..150): null is not recorded. They are asked for apart, and each view is audited. */
export const detailsOfChild = z.extend(childView, {
  gender: z.nullable(z.string()),
  ethnicity: z.nullable(z.string()),
  religion: z.nullable(z.string()),
  opened: z.nullable(z.string()),
  type: z.nullable(caseType),
})
export type DetailsOfChild = z.infer<typeof detailsOfChild>

/** `before`: what was put right, for those who may do so. */
export const childOfCase = z.extend(detailsOfChild, {
  version: z.number(),
  before: z.array(
    z.object({ what: z.string(), was: z.string(), by: z.nullable(z.string()), at: z.nullable(z.string()) }),
  ),
})
export type ChildOfCaseView = z.infer<typeof childOfCase>

/** Whom to choose from when people are named; nothing but what tells them apart. */
export const peopleOptions = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), jobTitle: z.string() })),
})
export type PeopleOptions = z.infer<typeof peopleOptions>

export const teamNamed = z.object({ version: z.number() })
