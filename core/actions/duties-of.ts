import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { Action } from './action.ts'

/** Working days in which the raiser answers; the first reminder comes when they are over (decisions.md 12). */
const DAYS_TO_ANSWER = 3

/** What is owed because of this action, from its facts alone: nothing once it has ended. */
export function dutiesOf(action: Action, calendar: Calendar): readonly DutyFacts[] {
  switch (action.state) {
    case 'open':
      return [ownersDuty(action, action.openedAt)]
    case 'reported-done':
      return [raisersDuty(action, 'say-whether-it-happened', action.reportedAt, calendar)]
    case 'more-time-asked':
      return [raisersDuty(action, 'answer-more-time', action.askedAt, calendar)]
    case 'questioned':
      return [raisersDuty(action, 'answer-question', action.askedAt, calendar)]
    case 'confirmed':
    case 'withdrawn':
      return []
  }
}

function ownersDuty(action: Action, openedAt: Moment): DutyFacts {
  return {
    ...common(action),
    kind: 'do-action',
    owes: action.owner,
    owed: action.raiser,
    due: action.due,
    openedAt,
  }
}

function raisersDuty(
  action: Action,
  kind: DutyKindOf<'action'>,
  openedAt: Moment,
  calendar: Calendar,
): DutyFacts {
  const due = addWorkingDays(calendar, dayOf(openedAt), DAYS_TO_ANSWER)
  return { ...common(action), kind, owes: action.raiser, owed: action.owner, due, openedAt }
}

function common({ id, opening, climb, reference, number, what, chases }: Action) {
  return { subject: { kind: 'action', id }, opening, climb, reference, number, what, chases } as const
}
