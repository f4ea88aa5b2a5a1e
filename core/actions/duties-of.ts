import { dayOf, momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { Action, Confirmed, Open, Withdrawn } from './action.ts'

/** Working days in which the raiser answers; the first reminder comes when they are over (decisions.md 12). */
const DAYS_TO_ANSWER = 3

/** What is owed because of this action, from its facts alone: nothing once it has ended. */
export function dutiesOf(action: Action, calendar: Calendar): readonly DutyFacts[] {
  switch (action.state) {
    case 'open':
      return [
        ownersDuty(action, action.openedAt),
        ...(owesUpdate(action) ? [updateDuty(action, calendar)] : []),
        ...stepUpDuty(action, calendar),
      ]
    case 'reported-done':
      return [raisersDuty(action, 'say-whether-it-happened', action.reportedAt, calendar)]
    case 'more-time-asked':
      return [raisersDuty(action, 'answer-more-time', action.askedAt, calendar)]
    case 'questioned':
      return [raisersDuty(action, 'answer-question', action.askedAt, calendar)]
    case 'confirmed':
      return impactDuty(action, calendar)
    case 'withdrawn':
      return action.noticeOwed ? [noticeDuty(action, calendar)] : []
  }
}

/**
 * Besides its own day an open action owes an update by the method's update day; one that is due on that very day
 * is asked about anyway (decisions.md 2).
 */
export function owesUpdate(action: Action): action is Open {
  return (
    action.state === 'open' &&
    action.updateDue !== null &&
    action.updatedAt === null &&
    action.updateDue !== action.due
  )
}

/** Asked three working days before: until then nobody is bothered with it. */
function updateDuty(action: Open, calendar: Calendar): DutyFacts {
  const due = action.updateDue ?? action.due
  return {
    ...common(action),
    chases: 0,
    kind: 'update-action',
    owes: action.owner,
    owed: action.climb.qaManager,
    due,
    openedAt: later(action.openedAt, momentAt(addWorkingDays(calendar, due, -DAYS_TO_ANSWER), MORNING)),
  }
}

/** The step-up clock (LEI-22, LEH-17): asked while it waits for a meeting, each time that they wait on anew. */
function stepUpDuty(action: Open, calendar: Calendar): readonly DutyFacts[] {
  if (action.waitsSince === null) return []
  const due = addWorkingDays(calendar, action.waitsSince, DAYS_TO_STEP_UP)
  return [
    {
      ...common(action),
      chases: 0,
      kind: 'consider-step-up',
      opening: action.opening * MOST_WAITS + action.waited,
      owes: action.raiser,
      owed: action.owner,
      due,
      openedAt: later(action.openedAt, momentAt(due, MORNING)),
    },
  ]
}

/** Working days of waiting for a meeting after which the raiser is asked. */
const DAYS_TO_STEP_UP = 5
/** So that each opening of an action, and each wait in it, is a duty of its own. */
const MOST_WAITS = 1000

/** Half a year after panel day its raiser says whether it helped: asked ten working days before. */
function impactDuty(action: Confirmed, calendar: Calendar): readonly DutyFacts[] {
  if (action.checkOn === null || action.impact !== null) return []
  const asked = momentAt(addWorkingDays(calendar, action.checkOn, -DAYS_TO_CHECK), MORNING)
  return [
    {
      ...common(action),
      chases: 0,
      kind: 'check-impact',
      owes: action.raiser,
      owed: action.climb.qaManager,
      due: action.checkOn,
      openedAt: later(action.confirmedAt, asked),
    },
  ]
}

/** Its owner hears that it is no longer asked. */
function noticeDuty(action: Withdrawn, calendar: Calendar): DutyFacts {
  return {
    ...common(action),
    kind: 'see-ended',
    owes: action.owner,
    owed: action.raiser,
    due: addWorkingDays(calendar, dayOf(action.withdrawnAt), DAYS_TO_ANSWER),
    openedAt: action.withdrawnAt,
  }
}

const DAYS_TO_CHECK = 10
const MORNING = '09:00'

function later(a: Moment, b: Moment): Moment {
  return a > b ? a : b
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

function common({ id, opening, climb, reference, number, what, chases, restsUntil }: Action) {
  const subject = { kind: 'action', id } as const
  return { subject, opening, climb, reference, number, what, chases, restsUntil } as const
}
