import type { Day } from '../calendar/day.ts'
import type { Method } from '../method/method.ts'
import type { Round } from './round.ts'
import { slotDay } from './timetable.ts'

/** What the method gives a day to. */
export type Owed = keyof Method['duties']

/** The last day in time of what is owed: the method's slot, laid over the round's weeks (rules.md 2.1). */
export function dueOn(
  { method, start, leftOut }: Pick<Round, 'method' | 'start' | 'leftOut'>,
  owed: Owed,
): Day {
  const day = method.days.find(({ id }) => id === method.duties[owed])
  if (!day) throw new Error(`method ${method.id} has no day for ${owed}`)
  return slotDay(start, day.to, leftOut)
}
