import type { SignInRefused } from '#core/people/sign-in.ts'

import { actionsProblems } from './actions.ts'
import type { ActionsReason } from './actions.ts'
import { casesProblems } from './cases.ts'
import type { CasesReason } from './cases.ts'
import { closeTheLoopProblems } from './close-the-loop.ts'
import type { CloseTheLoopReason } from './close-the-loop.ts'
import { documentsProblems } from './documents.ts'
import type { DocumentsReason } from './documents.ts'
import { doorProblems } from './doors.ts'
import type { DoorReason } from './doors.ts'
import { dutiesProblems } from './duties.ts'
import type { DutiesReason } from './duties.ts'
import { escalationProblems } from './escalation.ts'
import type { EscalationReason } from './escalation.ts'
import { gridProblems } from './grid.ts'
import type { GridReason } from './grid.ts'
import { incidentsProblems } from './incidents.ts'
import type { IncidentsReason } from './incidents.ts'
import { involvementProblems } from './involvement.ts'
import type { InvolvementReason } from './involvement.ts'
import { learningProblems } from './learning.ts'
import type { LearningReason } from './learning.ts'
import { panelDayProblems } from './panel-day.ts'
import type { PanelDayReason } from './panel-day.ts'
import { peopleProblems } from './people.ts'
import type { PeopleReason } from './people.ts'
import { promptsProblems } from './prompts.ts'
import type { PromptsReason } from './prompts.ts'
import { returnsProblems } from './returns.ts'
import type { ReturnsReason } from './returns.ts'
import { roundProblems } from './round.ts'
import type { RoundReason } from './round.ts'
import type { Sentence } from './sentence.ts'

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
