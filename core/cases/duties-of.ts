import type { Day } from '../calendar/day.ts'
import { momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { PostId } from '../ids.ts'
import type { CaseFile } from './case-file.ts'

/** What is owed for a selected case: its team named (decisions.md 3), the panel's work recorded and confirmed. */
export function dutiesOfCase(file: CaseFile): readonly DutyFacts[] {
  const { lead, qaManager, chair, climb, panel, panelDay } = file
  return [
    ...(file.team
      ? []
      : [duty(file, 'name-team', lead, climb.businessManager, file.nameTeamBy, file.selectedAt)]),
    ...(panel.state === 'to-come'
      ? [duty(file, 'record-panel', qaManager, chair, panelDay, momentAt(panelDay, '09:00'))]
      : []),
    ...(panel.state === 'recorded'
      ? [duty(file, 'confirm-panel', chair, qaManager, panelDay, panel.recordedAt)]
      : []),
  ]
}

function duty(
  { id, climb, reference, chases }: CaseFile,
  kind: DutyKindOf<'case'>,
  owes: PostId,
  owed: PostId,
  due: Day,
  openedAt: Moment,
): DutyFacts {
  const subject = { kind: 'case', id } as const
  return {
    kind,
    subject,
    opening: 1,
    owes,
    owed,
    climb,
    reference,
    number: '',
    what: '',
    due,
    openedAt,
    chases,
  }
}
