import { ofActions } from './may/actions.ts'
import { ofCases } from './may/cases.ts'
import { ofForms } from './may/close-the-loop.ts'
import { ofEscalations } from './may/escalation.ts'
import { ofPeople } from './may/people.ts'
import { ofPrompts } from './may/prompts.ts'
import { ofReturns } from './may/returns.ts'
import { ofRounds } from './may/round.ts'
import { ofStanding } from './may/standing.ts'
import { ofSupervision } from './may/supervision.ts'

/**
 * The one rulebook: who may do or see what, in which state (rules.md 2.4, 2.5), a page for each capability. The
 * server enforces it; tab and bot read its answers to show or hide. Default: no.
 */
export const may = {
  ...ofActions,
  ...ofRounds,
  ...ofReturns,
  ...ofCases,
  ...ofForms,
  ...ofPeople,
  ...ofPrompts,
  ...ofSupervision,
  ...ofStanding,
  ...ofEscalations,
} as const
