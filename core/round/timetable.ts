import { addDays, weekday } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Method, MethodDay, MethodDuty } from '../method/method.ts'

/** When a day of the method falls in this round; nothing is due on a day to be confirmed (decisions.md 31). */
export type TimetableDay = Pick<MethodDay, 'id' | 'stage' | 'title' | 'who' | 'printed'> &
  (
    | {
        readonly state: 'set'
        readonly from: Day
        /** The last day, on which what belongs to it is due; `from` again when it is one day. */
        readonly to: Day
        /** Set by people, not by the grid. */
        readonly moved: boolean
        /** It, or one of its days, is a bank holiday: marked, and it keeps its place (rules.md 2.1, 3). */
        readonly bankHoliday: boolean
      }
    | { readonly state: 'to-be-confirmed' }
  )

export type Timetable = {
  readonly kind: Method['kind']
  /** In the method's order. */
  readonly days: readonly TimetableDay[]
  /** When the close-the-loop forms are due: working days after the panel, never a slot (OLD-36). */
  readonly closeTheLoop: Day | null
}

/** Days that people set by the method's day id: another day, or none yet. Ids of no day have no effect. */
export type MovedDays = Readonly<Record<string, Day | null>>

/**
 * The day of a slot: five slots a week, Monday to Friday, from the round's first Monday; weeks left out are
 * dropped whole, single bank holidays are not (rules.md 2.1). `leftOut` holds Mondays. A `start` that is no
 * Monday and a slot below 1 are faults, and throw.
 */
export function slotDay(start: Day, slot: number, leftOut: readonly Day[]): Day {
  if (weekday(start) !== 1) throw new RangeError(`${start} is no Monday`)
  if (!Number.isInteger(slot) || slot < 1) throw new RangeError(`${slot} is no slot`)
  let monday = nextCounted(start, leftOut)
  for (let weeks = Math.floor((slot - 1) / 5); weeks > 0; weeks -= 1) {
    monday = nextCounted(addDays(monday, 7), leftOut)
  }
  return addDays(monday, (slot - 1) % 5)
}

/**
 * The method's days in this round. A moved span ends on its new day, and begins where it did unless that
 * is later.
 */
export function timetableOf(
  method: Method,
  start: Day,
  leftOut: readonly Day[],
  calendar: Calendar,
  moved: MovedDays = {},
): Timetable {
  const days = method.days.map((day) => placed(day, start, leftOut, calendar, moved))
  const panel = dueDay(days, method.duties.panel)
  return {
    kind: method.kind,
    days,
    closeTheLoop: panel && addWorkingDays(calendar, panel, method.closeTheLoop.afterPanelWorkingDays),
  }
}

/** When something is due by the method: the last day of its place; null while that is to be confirmed. */
export function dueOn(method: Method, timetable: Timetable, duty: MethodDuty): Day | null {
  return dueDay(timetable.days, method.duties[duty])
}

function dueDay(days: readonly TimetableDay[], id: string): Day | null {
  const day = days.find((each) => each.id === id)
  return day?.state === 'set' ? day.to : null
}

function placed(
  { from, to, ...day }: MethodDay,
  start: Day,
  leftOut: readonly Day[],
  { bankHolidays }: Calendar,
  moved: MovedDays,
): TimetableDay {
  const other = moved[day.id]
  if (other === null) return { ...day, state: 'to-be-confirmed' }
  const slots = Array.from({ length: to - from + 1 }, (_, n) => slotDay(start, from + n, leftOut))
  const last = other ?? slotDay(start, to, leftOut)
  const earlier = slots.slice(0, -1).filter((slot) => slot < last)
  return {
    ...day,
    state: 'set',
    from: earlier[0] ?? last,
    to: last,
    moved: other !== undefined,
    bankHoliday: [...earlier, last].some((each) => bankHolidays.has(each)),
  }
}

function nextCounted(monday: Day, leftOut: readonly Day[]): Day {
  return leftOut.includes(monday) ? nextCounted(addDays(monday, 7), leftOut) : monday
}
