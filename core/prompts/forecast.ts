import type { Moment } from '../calendar/moment.ts'
import type { DutyFacts, DutyKind } from '../duties/duty.ts'
import { fire, nextPromptAt, progressAfter } from './next-step.ts'
import type { Progress, Rules } from './next-step.ts'
import { nextWorkingMoment } from './working-time.ts'

/** An open duty, and how far its prompts have come. */
export type Planned = {
  readonly duty: Pick<DutyFacts, 'kind' | 'due' | 'openedAt' | 'chases' | 'restsUntil'>
  readonly progress: Progress
}

/** How many reminders of each kind would go out until a moment if nobody answered anything meanwhile. */
export function forecast(
  planned: readonly Planned[],
  rules: Rules,
  now: Moment,
  until: Moment,
): ReadonlyMap<DutyKind, number> {
  const counts = new Map<DutyKind, number>()
  for (const each of planned) {
    const reminders = remindersOf(each, rules, now, until)
    if (reminders > 0) counts.set(each.duty.kind, (counts.get(each.duty.kind) ?? 0) + reminders)
  }
  return counts
}

/** A duty has fewer steps than this; whatever else happens, the counting ends. */
const MOST_STEPS = 20

function remindersOf({ duty, progress: from }: Planned, rules: Rules, now: Moment, until: Moment): number {
  let progress = from
  let reminders = 0
  let at = now
  for (let turn = 0; turn < MOST_STEPS; turn += 1) {
    const next = nextPromptAt(duty, progress, rules)
    if (next === null) return reminders
    at = next > at ? next : nextWorkingMoment(at, rules.time, rules.calendar)
    if (at > until) return reminders
    const firings = fire(duty, progress, rules, at)
    reminders += firings.length
    progress = progressAfter(duty, progress, firings, at)
  }
  return reminders
}
