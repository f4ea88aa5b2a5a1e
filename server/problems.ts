import type { SignInRefused } from '#core/people/sign-in.ts'

import { actionsProblems } from './problems/actions.ts'
import type { ActionsReason } from './problems/actions.ts'
import { casesProblems } from './problems/cases.ts'
import type { CasesReason } from './problems/cases.ts'
import { closeTheLoopProblems } from './problems/close-the-loop.ts'
import type { CloseTheLoopReason } from './problems/close-the-loop.ts'
import { documentsProblems } from './problems/documents.ts'
import type { DocumentsReason } from './problems/documents.ts'
import { doorProblems } from './problems/doors.ts'
import type { DoorReason } from './problems/doors.ts'
import { dutiesProblems } from './problems/duties.ts'
import type { DutiesReason } from './problems/duties.ts'
import { escalationProblems } from './problems/escalation.ts'
import type { EscalationReason } from './problems/escalation.ts'
import { gridProblems } from './problems/grid.ts'
import type { GridReason } from './problems/grid.ts'
import { incidentsProblems } from './problems/incidents.ts'
import type { IncidentsReason } from './problems/incidents.ts'
import { involvementProblems } from './problems/involvement.ts'
import type { InvolvementReason } from './problems/involvement.ts'
import { learningProblems } from './problems/learning.ts'
import type { LearningReason } from './problems/learning.ts'
import { panelDayProblems } from './problems/panel-day.ts'
import type { PanelDayReason } from './problems/panel-day.ts'
import { peopleProblems } from './problems/people.ts'
import type { PeopleReason } from './problems/people.ts'
import { promptsProblems } from './problems/prompts.ts'
import type { PromptsReason } from './problems/prompts.ts'
import { returnsProblems } from './problems/returns.ts'
import type { ReturnsReason } from './problems/returns.ts'
import { roundProblems } from './problems/round.ts'
import type { RoundReason } from './problems/round.ts'
import type { Sentence } from './problems/sentence.ts'

/** Every expected "no" of the doors. */
export type Reason =
  | ActionsReason
  | CasesReason
  | CloseTheLoopReason
  | DocumentsReason
  | DoorReason
  | DutiesReason
  | EscalationReason
  | GridReason
  | IncidentsReason
  | InvolvementReason
  | LearningReason
  | PanelDayReason
  | PeopleReason
  | PromptsReason
  | ReturnsReason
  | RoundReason

/** problem+json for people: what happened, that nothing was lost, what to do. Exhaustive by type. */
export const PROBLEMS: Readonly<Record<Reason, Sentence>> = {
  ...actionsProblems,
  ...casesProblems,
  ...closeTheLoopProblems,
  ...documentsProblems,
  ...doorProblems,
  ...dutiesProblems,
  ...escalationProblems,
  ...gridProblems,
  ...incidentsProblems,
  ...involvementProblems,
  ...learningProblems,
  ...panelDayProblems,
  ...peopleProblems,
  ...promptsProblems,
  ...returnsProblems,
  ...roundProblems,
}

export type Problem = {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly reference: string
  /** Which screen of the tab says it; only a "no" at the door has one, others must look alike. */
  readonly code?: SignInRefused
  readonly fields?: Readonly<Record<string, string>>
  /** What Entra wants to see at the person's next sign-in; the tab hands it back. */
  readonly claims?: string
}

/** The body of a "no". */
export function problem(
  reason: Reason,
  reference: string,
  fields?: Readonly<Record<string, string>>,
  about: readonly string[] = [],
): Problem {
  const { field, ...said } = PROBLEMS[reason]
  const sentence =
    about.length > 0 ? { ...said, detail: `${said.detail} This is about: ${about.join(', ')}.` } : said
  const marked = fields ?? (field === undefined ? undefined : { [field]: sentence.detail })
  const code = AT_THE_DOOR.find((each) => each === reason)
  return { ...sentence, reference, ...(code && { code }), ...(marked && { fields: marked }) }
}

const AT_THE_DOOR: readonly SignInRefused[] = [
  'not-signed-in',
  'token-refused',
  'wrong-organisation',
  'unknown-person',
  'access-ended',
]
