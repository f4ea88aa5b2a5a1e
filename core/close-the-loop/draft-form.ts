import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { CaseFile, Panel, Team } from '../cases/case-file.ts'
import type { FormId } from '../ids.ts'
import type { Round } from '../round/round.ts'
import { NOTHING_BESIDE } from './beside.ts'
import type { Form } from './form.ts'

/** A case whose team is named and whose panel's work the chair confirmed. */
export type ReadyForForm = CaseFile & {
  readonly team: Team
  readonly panel: Extract<Panel, { state: 'confirmed' }>
}

/** Of an action, what the form asks of the worker: already checked not to name the child. */
export type AskedAction = { readonly number: string; readonly what: string }

/** Whether the method asks for a form: by the partnership's judgement of the case (OLD-136, decisions.md 4). */
export function needsForm({ panel }: CaseFile, { method }: Pick<Round, 'method'>): boolean {
  return panel.state === 'confirmed' && method.closeTheLoop.forJudgements.includes(panel.judgement)
}

/**
 * The close-the-loop form as panel day leaves it: before the lead person the same evening, due on panel day and
 * ten working days (OLD-36). It begins with what the panel found good, then with what it asks for.
 */
export function draftForm(
  id: FormId,
  file: ReadyForForm,
  { method }: Pick<Round, 'method'>,
  actions: readonly AskedAction[],
  now: Moment,
  calendar: Calendar,
): Extract<Form, { state: 'drafted' }> {
  const { team, panel, climb } = file
  return {
    id,
    round: file.round,
    case: file.id,
    reference: file.reference,
    lead: file.lead,
    worker: team.worker,
    manager: team.manager,
    reviewer: climb.businessManager,
    climb: { ...climb, leadPerson: file.lead, manager: team.manager },
    panelDay: file.panelDay,
    due: addWorkingDays(calendar, file.panelDay, method.closeTheLoop.afterPanelWorkingDays),
    draftedAt: now,
    good: panel.good,
    asked: actions.map(({ what }, place) => `${place + 1}. ${what}`).join('\n'),
    ...NOTHING_BESIDE,
    writer: null,
    reopenedAt: null,
    opening: 1,
    chases: 0,
    version: 0,
    state: 'drafted',
  }
}
