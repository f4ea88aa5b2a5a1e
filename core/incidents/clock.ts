import { addMinutes } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { countOf } from '../count.ts'
import { hoursLeft } from './incident.ts'
import type { Incident } from './incident.ts'

/** When those who decide hear of an incident: at once, and so many hours before the 72 are over. */
const STEPS = [
  ['hours-before', 4],
  ['day-before', 24],
] as const
export type ClockStep = 'at-once' | (typeof STEPS)[number][0]

/** The latest step whose time has come. */
export function clockStep({ reportBy }: Pick<Incident, 'reportBy'>, now: Moment): ClockStep {
  return STEPS.find(([, hours]) => addMinutes(reportBy, -hours * 60) <= now)?.[0] ?? 'at-once'
}

/** "31 hours left", "the 72 hours are over". */
export function leftInWords(incident: Pick<Incident, 'reportBy'>, now: Moment): string {
  const left = hoursLeft(incident, now)
  return left < 0 ? 'the 72 hours are over' : `${countOf(left, 'hour')} left`
}
