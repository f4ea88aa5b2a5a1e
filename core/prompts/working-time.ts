import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf, momentAt, timeOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'

/** Days without reminders, the first and the last among them; one day when they are the same. */
export type QuietDays = { readonly from: Day; readonly to: Day }

/** When reminders may go out: between two times (`HH:MM`, in England) of working days that are not quiet. */
export type WorkingTime = {
  readonly hours: { readonly from: string; readonly to: string }
  readonly quiet: readonly QuietDays[]
}

/** Whether something may be sent at this moment. The end of the hours is outside of them. */
export function isWorkingMoment(at: Moment, time: WorkingTime, calendar: Calendar): boolean {
  return nextWorkingMoment(at, time, calendar) === at
}

/** The moment itself when it is a working one, else the next opening of the hours. */
export function nextWorkingMoment(at: Moment, time: WorkingTime, calendar: Calendar): Moment {
  return remembered(time, calendar, at, () => {
    const today = dayOf(at)
    const { from, to } = time.hours
    if (isSendingDay(today, time, calendar)) {
      const clock = timeOf(at)
      if (clock < from) return momentAt(today, from)
      if (clock < to) return at
    }
    return momentAt(sendingDayFrom(addDays(today, 1), time, calendar), from)
  })
}

/** A time of a day; of the next one on which something may be sent, when it is none: nine o'clock stays nine. */
export function onSendingDay(on: Day, clock: string, time: WorkingTime, calendar: Calendar): Moment {
  return remembered(time, calendar, `${on}T${clock}`, () =>
    nextWorkingMoment(momentAt(sendingDayFrom(on, time, calendar), clock), time, calendar),
  )
}

/** A working day that is not quiet. */
export function isSendingDay(day: Day, { quiet }: WorkingTime, calendar: Calendar): boolean {
  return isWorkingDay(calendar, day) && !quiet.some(({ from, to }) => from <= day && day <= to)
}

/** Quiet days come to an end, so there is always a day after them. */
function sendingDayFrom(first: Day, time: WorkingTime, calendar: Calendar): Day {
  let day = first
  while (!isSendingDay(day, time, calendar)) day = addDays(day, 1)
  return day
}

/** A sweep asks for the same mornings a thousand times; neither a policy nor a calendar changes once made. */
const caches = new WeakMap<WorkingTime, WeakMap<Calendar, Map<string, Moment>>>()
const MOST = 10_000

function remembered(time: WorkingTime, calendar: Calendar, key: string, find: () => Moment): Moment {
  const ofTime = caches.get(time) ?? new WeakMap<Calendar, Map<string, Moment>>()
  caches.set(time, ofTime)
  const known = ofTime.get(calendar) ?? new Map<string, Moment>()
  ofTime.set(calendar, known)
  const before = known.get(key)
  if (before !== undefined) return before
  const found = find()
  if (known.size >= MOST) known.clear()
  known.set(key, found)
  return found
}
