import type { Day } from '../calendar/day.ts'
import type { DutyKind } from '../duties/duty.ts'
import type { MethodDuty } from '../method/method.ts'
import type { Round } from './round.ts'
import type { TimetableDay } from './timetable.ts'

/** The day of the close-the-loop forms, which is no day of the method. */
export const CLOSE_THE_LOOP = 'close-the-loop'

/** How a day of the timetable stands; `passed`: nothing that we would know of belongs to it. */
export type Standing = 'done' | 'late' | 'today' | 'next' | 'to-come' | 'passed' | 'to-be-confirmed'

/**
 * How each day of a round's timetable stands today. What belongs to a day is done when nothing of it is open any
 * more; it is late when its last day has gone by. `open` are the kinds of duties that are open in the round.
 */
export function standings(
  round: Round,
  days: readonly TimetableDay[],
  open: ReadonlySet<DutyKind>,
  today: Day,
): readonly Standing[] {
  let isNextKnown = false
  return days.map((day) => {
    if (day.state === 'to-be-confirmed') return 'to-be-confirmed'
    const owed = dutiesOn(round, day.id)
    if (owed.length > 0 && owed.every((duty) => isDone(round, duty, open))) return 'done'
    if (day.to < today) return owed.some((duty) => isOpen(round, duty, open)) ? 'late' : goneBy(round)
    if (day.from <= today) return 'today'
    if (isNextKnown) return 'to-come'
    isNextKnown = true
    return 'next'
  })
}

/** A draft is still moved: nothing of it has gone by. */
function goneBy({ state }: Round): Standing {
  return state === 'draft' ? 'to-come' : 'passed'
}

type Owed = MethodDuty | typeof CLOSE_THE_LOOP

function dutiesOn({ method }: Round, day: string): readonly Owed[] {
  const days: Readonly<Record<Owed, string>> = { ...method.duties, [CLOSE_THE_LOOP]: CLOSE_THE_LOOP }
  return (Object.keys(KINDS) as Owed[]).filter((duty) => days[duty] === day)
}

/** What is owed on a day of the method, and since which act somebody owes it. */
const KINDS: Readonly<Partial<Record<Owed, readonly [DutyKind, ...DutyKind[]]>>> = {
  sendLongList: ['send-long-list'],
  confirmReceipt: ['confirm-receipt'],
  sayInvolvement: ['say-involvement'],
  select: ['select-cases'],
  chronology: ['send-chronology'],
  evaluation: ['send-evaluation'],
  nameWorker: ['name-team'],
  releaseToQa: ['release-to-qa'],
  releaseToPanel: ['release-to-panel'],
  collatorSendsOn: ['send-on'],
  panel: ['record-panel', 'confirm-panel'],
  [CLOSE_THE_LOOP]: ['release-form', 'see-form', 'write-form'],
}

function isOpen(round: Round, duty: Owed, open: ReadonlySet<DutyKind>): boolean {
  return (
    KINDS[duty]?.some((kind) => open.has(kind)) === true ||
    (round.state === 'approved' && duty === 'sendLongList')
  )
}

function isDone(round: Round, duty: Owed, open: ReadonlySet<DutyKind>): boolean {
  return hasBegun(round, duty) && !isOpen(round, duty, open)
}

/** Nothing is done before the act that made it owed, or that was itself the thing. */
function hasBegun(round: Round, duty: Owed): boolean {
  switch (duty) {
    case 'sendLongList':
    case 'confirmReceipt':
    case 'sayInvolvement':
      return 'sentAt' in round
    case 'releaseToQa':
      return 'releasedToQa' in round && round.releasedToQa !== null
    case 'releaseToPanel':
      return 'releasedToPanel' in round && round.releasedToPanel !== null
    case 'panel':
      return 'heldAt' in round
    case 'select':
    case 'chronology':
    case 'evaluation':
    case 'nameWorker':
    case 'collatorSendsOn':
      return 'selectedAt' in round
    case 'openReturns':
    case 'signOff':
    case 'collatedInputs':
    case 'shareNotes':
    case 'updates':
    case 'week7':
    case CLOSE_THE_LOOP:
      return false
  }
}
