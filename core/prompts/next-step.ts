import type { Day } from '../calendar/day.ts'
import { dayOf, momentAt } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { addWorkingDays, workingDaysBetween } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyFacts, DutyKind } from '../duties/duty.ts'
import type { Policy, Recipient, Step } from './policy.ts'
import { isWorkingMoment, nextWorkingMoment, onSendingDay } from './working-time.ts'
import type { WorkingTime } from './working-time.ts'

/** How far the prompts of a duty have come: the last step fired, and how many chases went out. */
export type Progress = {
  readonly last: { readonly step: string; readonly at: Moment } | null
  readonly chasesSent: number
}

type Owed = Pick<DutyFacts, 'kind' | 'due' | 'openedAt' | 'chases' | 'restsUntil'>
/** Which steps there are, when reminders may go out, and which days are working days. */
export type Rules = { readonly policy: Policy; readonly time: WorkingTime; readonly calendar: Calendar }

/**
 * When the next prompt of a duty falls due, or null when all its steps were sent (decisions.md 12). A moment outside
 * working hours or on a quiet day is moved to the next working one.
 */
export function nextPromptAt(duty: Owed, progress: Progress, rules: Rules): Moment | null {
  if (duty.chases > progress.chasesSent) return nextWorkingMoment(duty.openedAt, rules.time, rules.calendar)
  return upcoming(duty, progress.last, rules)[0]?.at ?? null
}

/** A step that goes out now, to whom, and the missed steps that it stands for. */
export type Firing = {
  readonly step: string
  readonly to: readonly Recipient[]
  readonly skipped: readonly string[]
}

/**
 * What goes out now: a chase that the partnership asked for, and the latest step whose time has come. Missed
 * steps collapse into it; whoever was to hear of one of them still does (decisions.md 13). Outside working hours
 * only what is told at any hour goes out.
 */
export function fire(duty: Owed, progress: Progress, rules: Rules, now: Moment): readonly Firing[] {
  const isWorking = isWorkingMoment(now, rules.time, rules.calendar)
  const isChased = isWorking && duty.chases > progress.chasesSent
  const chase: Firing[] = isChased ? [{ step: `chase-${duty.chases}`, to: ['owes'], skipped: [] }] : []
  const [first, ...later] = upcoming(duty, progress.last, rules)
  if (!first || first.at > now || !(isWorking || isAtAnyHour(duty.kind, first.step.id))) return chase
  const ready = isWorking ? [first, ...later.filter(({ own }) => own <= now)] : [first]
  const latest = ready.at(-1) ?? first
  return [
    ...chase,
    {
      step: latest.step.id,
      to: [...new Set(ready.flatMap(({ step }) => step.to))],
      skipped: ready.slice(0, -1).map(({ step }) => step.id),
    },
  ]
}

/** How far the prompts are after these firings. */
export function progressAfter(
  duty: Owed,
  progress: Progress,
  fired: readonly Firing[],
  now: Moment,
): Progress {
  const step = fired.find((firing) => !firing.step.startsWith('chase-'))
  const chased = fired.some((firing) => firing !== step)
  return {
    chasesSent: chased ? duty.chases : progress.chasesSent,
    last: step ? { step: step.step, at: now } : progress.last,
  }
}

/** A concern about a child is told at once, also at night; all other prompts wait for a working moment. */
export function isAtAnyHour(kind: DutyKind, step: string): boolean {
  return kind === 'answer-escalation' && step === 'told'
}

type Upcoming = { readonly step: Step; readonly own: Moment; readonly at: Moment }

/**
 * The steps still to come, each with its own time (a working moment) and the time from which it may fire: not before
 * the interval since the step before it has passed since that was really sent. Steps of before the opening are not
 * owed.
 */
function upcoming(duty: Owed, last: Progress['last'], rules: Rules): readonly Upcoming[] {
  const promised = duty.restsUntil ? promisedOn(duty.restsUntil, rules) : undefined
  const steps = [
    ...rules.policy[duty.kind].map((step) => ({ step, ...ownTime(step, duty, rules) })),
    ...(promised ? [promised] : []),
  ]
    .filter(({ step, day }) => isAtOnce(step) || isAfter(day, step, duty.openedAt))
    .toSorted((a, b) => compare(a.own, b.own) || compare(a.day, b.day))
  const done = last ? doneIn(steps, last) : -1
  return resting(toCome(steps, done, last, rules), promised)
}

/** Nothing goes out before the day that was promised; on it the promise is asked for. */
function resting(steps: readonly Upcoming[], promised: Timed | undefined): readonly Upcoming[] {
  if (!promised) return steps
  return steps.map(({ step, own, at }) => ({ step, own, at: at < promised.own ? promised.own : at }))
}

const PROMISED = 'promised-'

function promisedOn(day: Day, { time, calendar }: Rules): Timed {
  const step: Step = { id: `${PROMISED}${day}`, from: 'opened', workingDays: 1, to: ['owes'] }
  return { step, day, own: onSendingDay(day, MORNING, time, calendar) }
}

/**
 * The place of the last step that is done. A step that was sent and is none any more, since its days were changed or
 * another promise was given, stands for all that was due by then: nothing is told a second time.
 */
function doneIn(steps: readonly Timed[], last: NonNullable<Progress['last']>): number {
  const isStep = steps.some(({ step }) => step.id === last.step)
  return steps.findLastIndex(({ step, own }) => (isStep ? step.id === last.step : own <= last.at))
}

/** A step with its day, and the working moment at which it would go out on it. */
type Timed = { readonly step: Step; readonly day: Day; readonly own: Moment }

function toCome(
  steps: readonly Timed[],
  done: number,
  last: Progress['last'],
  rules: Rules,
): readonly Upcoming[] {
  const before = steps[done]
  // Counted from another day, a step may stand before the one that was sent and be still to come.
  const isOwed = ({ step, own }: Timed, at: number): boolean =>
    at > done || (last !== null && before?.step.from !== step.from && own > last.at)
  return steps.filter(isOwed).map(({ step, own }, index) => {
    const follows = index === 0 && before?.step.id === last?.step && !step.id.startsWith(PROMISED)
    if (!follows || !before || !last) return { step, own, at: own }
    const interval = workingDaysBetween(rules.calendar, dayOf(before.own), dayOf(own))
    const next = addWorkingDays(rules.calendar, dayOf(last.at), interval)
    const earliest = onSendingDay(next, MORNING, rules.time, rules.calendar)
    return { step, own, at: own > earliest ? own : earliest }
  })
}

const MORNING = '09:00'

function isAtOnce(step: Step): boolean {
  return step.from === 'opened' && step.workingDays === 0
}

/** An action that is opened again after its day is late from that day on. */
function ownTime(step: Step, duty: Owed, { time, calendar }: Rules): Pick<Timed, 'day' | 'own'> {
  const opened = dayOf(duty.openedAt)
  if (isAtOnce(step)) {
    const atAnyHour = isAtAnyHour(duty.kind, step.id)
    const own = atAnyHour ? duty.openedAt : nextWorkingMoment(duty.openedAt, time, calendar)
    return { day: opened, own }
  }
  const base = step.from === 'opened' || duty.due < opened ? opened : duty.due
  const day = addWorkingDays(calendar, base, step.workingDays)
  return { day, own: onSendingDay(day, step.time ?? MORNING, time, calendar) }
}

/** A step whose time had passed when the duty was opened is not owed. */
function isAfter(day: Day, step: Step, openedAt: Moment): boolean {
  return momentAt(day, step.time ?? MORNING) > openedAt
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
