import type { Day } from '../calendar/day.ts'
import { dayOf, momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { PostId } from '../ids.ts'
import { stageNow } from './escalation.ts'
import type { Escalation, StagePromise } from './escalation.ts'

/** Working days in which the raiser hears what came of it. */
const DAYS_TO_FEEDBACK = 5
/** Working days in which the raiser reads it. */
const DAYS_TO_HEAR = 5

/**
 * What is owed because of an escalation: an answer by the stage's day; what was promised by its day, and on that
 * day from the raiser, too, whether it happened; while it waits for a meeting, whether it can be stepped up now;
 * at the end, feedback to the raiser, who reads it.
 */
export function dutiesOfEscalation(escalation: Escalation, calendar: Calendar): readonly DutyFacts[] {
  const { raiser } = escalation
  const { addressee, due, openedAt, promise } = stageNow(escalation)
  const owe = (kind: Kind, owes: PostId, owed: PostId, by: Day, since: Moment) =>
    duty(escalation, kind, owes, owed, by, since)
  switch (escalation.state) {
    case 'waiting':
      return [owe('answer-escalation', addressee, raiser, due, openedAt)]
    case 'promised':
      if (!promise) return []
      return [
        ...(promise.saidDone === null
          ? [owe('keep-promise', addressee, raiser, promise.by, promise.madeAt)]
          : []),
        owe('check-promise', raiser, addressee, checkedBy(promise, calendar), askedFrom(promise)),
        ...stepUpDuty(escalation, promise),
      ]
    case 'resolved': {
      const by = addWorkingDays(calendar, dayOf(escalation.resolvedAt), DAYS_TO_FEEDBACK)
      return [owe('give-feedback', addressee, raiser, by, escalation.resolvedAt)]
    }
    case 'closed': {
      if (escalation.heardAt !== null) return []
      const by = addWorkingDays(calendar, dayOf(escalation.closedAt), DAYS_TO_HEAR)
      return [owe('hear-feedback', raiser, addressee, by, escalation.closedAt)]
    }
    case 'withdrawn':
      return []
  }
}

/**
 * The step-up clock (LEI-22, LEH-17): who waits for a meeting is asked whether it can be stepped up now, until the
 * day on which they are asked whether it happened. Each time they wait on is another opening.
 */
function stepUpDuty(escalation: Escalation, promise: StagePromise): readonly DutyFacts[] {
  const { waits, by, saidDone, madeAt } = promise
  if (waits === null || saidDone !== null || waits.askFrom >= by) return []
  const { raiser, stages } = escalation
  const asked = momentAt(waits.askFrom, '09:00')
  const waited = stages.reduce((sum, stage) => sum + (stage.promise?.waits?.waited ?? 0), 0)
  const { addressee } = stageNow(escalation)
  const since = asked > madeAt ? asked : madeAt
  const owed = duty(escalation, 'ask-step-up', raiser, addressee, waits.askFrom, since)
  return [{ ...owed, opening: stages.length + waited }]
}

type Kind = DutyKindOf<'escalation'>

/** Nobody is asked whether it happened before it is said to be done, or its day has come. */
function askedFrom({ by, madeAt, saidDone }: StagePromise): Moment {
  const morning = momentAt(by, '00:00')
  return saidDone ?? (morning > madeAt ? morning : madeAt)
}

/** On the day of the promise; on the next working day when it is said to be done before. */
function checkedBy({ by, saidDone }: StagePromise, calendar: Calendar): Day {
  if (saidDone === null) return by
  const next = addWorkingDays(calendar, dayOf(saidDone), 1)
  return next < by ? next : by
}

/**
 * What is late climbs to the raiser, who can go to the next stage, and to the business manager; from the rung on
 * that tells the office, the business manager hears of the stage at once.
 */
function duty(
  escalation: Escalation,
  kind: Kind,
  owes: PostId,
  owed: PostId,
  due: Day,
  openedAt: Moment,
): DutyFacts {
  const { id, number, reference, ladder, stages, raiser, businessManager, qaManager, chases } = escalation
  const stage = stageNow(escalation)
  const tellsOffice = ladder.rungs[stage.rung]?.tellsOffice ?? false
  return {
    kind,
    subject: { kind: 'escalation', id },
    opening: stages.length,
    owes,
    owed,
    climb: {
      leadPerson: raiser,
      manager: tellsOffice ? businessManager : stage.addressee,
      qaManager,
      businessManager,
    },
    // Without a case, its own number is what it is called.
    reference: reference === '' ? number : reference,
    number: reference === '' ? '' : number,
    what: '',
    due,
    openedAt,
    chases,
  }
}
