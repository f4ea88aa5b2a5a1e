import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyFacts, DutyKindOf } from '../duties/duty.ts'
import type { PostId } from '../ids.ts'
import { stageNow } from './escalation.ts'
import type { Escalation, StagePromise } from './escalation.ts'

/** Working days in which the raiser hears what came of it. */
const DAYS_TO_FEEDBACK = 5

/**
 * What is owed because of an escalation: an answer by the stage's day; what was promised by its day, and on that
 * day from the raiser, too, whether it happened; at the end, feedback to the raiser.
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
        owe('check-promise', raiser, addressee, checkedBy(promise, calendar), promise.madeAt),
      ]
    case 'resolved': {
      const by = addWorkingDays(calendar, dayOf(escalation.resolvedAt), DAYS_TO_FEEDBACK)
      return [owe('give-feedback', addressee, raiser, by, escalation.resolvedAt)]
    }
    case 'closed':
    case 'withdrawn':
      return []
  }
}

type Kind = DutyKindOf<'escalation'>

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
