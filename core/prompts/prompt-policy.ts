import type { Moment } from '../calendar/moment.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { DutyKind } from '../duties/duty.ts'
import type { PersonId } from '../ids.ts'
import type { Rules } from './next-step.ts'
import { defaultPolicy } from './policy.ts'
import type { Policy, Step } from './policy.ts'
import type { WorkingTime } from './working-time.ts'

/** Another number of working days for one step of one kind of duty; who hears of it never changes. */
export type StepDays = { readonly kind: DutyKind; readonly step: string; readonly days: number }

/** What the partnership can set about its prompts: when they may go out, and how far apart they are. */
export type PromptPolicy = WorkingTime & {
  /** At what time the overviews go out: in the morning of each working day, and of the first one of a week. */
  readonly overviews: { readonly morning: string; readonly weekly: string }
  /** Only what differs from the defaults. */
  readonly steps: readonly StepDays[]
}

/** A policy with its version, which is 0 while nobody has changed anything. */
export type KeptPolicy = {
  readonly policy: PromptPolicy
  readonly version: number
  readonly changed: { readonly by: PersonId; readonly at: Moment } | null
}

export const defaultPrompts: PromptPolicy = {
  hours: { from: '08:30', to: '17:30' },
  quiet: [],
  overviews: { morning: '08:30', weekly: '08:30' },
  steps: [],
}

/** By what the next prompt of a duty is decided under this policy. */
export function rulesOf(policy: PromptPolicy, calendar: Calendar): Rules {
  return { policy: stepsOf(policy), time: policy, calendar }
}

/** The steps of every kind of duty, with the days that the partnership chose. */
export function stepsOf({ steps }: Pick<PromptPolicy, 'steps'>): Policy {
  const own: Record<DutyKind, readonly Step[]> = { ...defaultPolicy }
  for (const { kind } of steps) own[kind] = defaultPolicy[kind].map((step) => chosen(kind, step, steps))
  return own
}

/** A step that goes out at once or on the day itself has no number that could be another. */
export function isEditable({ workingDays }: Step): boolean {
  return workingDays !== 0
}

/** What is wrong with a choice of days, each with its place in the list: no such step, or out of order. */
export function wrongSteps(steps: readonly StepDays[]): readonly { at: number; why: string }[] {
  const unknown = steps.flatMap(({ kind, step }, at) =>
    defaultPolicy[kind].some((each) => each.id === step && isEditable(each))
      ? []
      : [{ at, why: 'There is no such step.' }],
  )
  if (unknown.length > 0) return unknown
  const all = stepsOf({ steps })
  return steps.flatMap(({ kind, step }, at) => {
    const place = all[kind].findIndex(({ id }) => id === step)
    return isInOrder(all[kind], place) ? [] : [{ at, why: OUT_OF_ORDER }]
  })
}

/** The choices that fit the steps of today: the defaults may have changed since they were made. */
export function fitting(policy: PromptPolicy): PromptPolicy {
  const wrong = new Set(wrongSteps(policy.steps).map(({ at }) => at))
  return wrong.size === 0 ? policy : { ...policy, steps: policy.steps.filter((_, at) => !wrong.has(at)) }
}

const OUT_OF_ORDER = 'Each step has to come after the one before it.'

/** Among those that are counted from the same day, each comes later than the one before. */
function isInOrder(steps: readonly Step[], place: number): boolean {
  const step = steps[place]
  if (!step) return false
  const before = steps.slice(0, place).findLast(({ from }) => from === step.from)
  const after = steps.slice(place + 1).find(({ from }) => from === step.from)
  return (
    (before === undefined || before.workingDays < step.workingDays) &&
    (after === undefined || step.workingDays < after.workingDays)
  )
}

function chosen(kind: DutyKind, step: Step, steps: readonly StepDays[]): Step {
  const other = steps.find((each) => each.kind === kind && each.step === step.id)
  return other && isEditable(step) ? { ...step, workingDays: Math.sign(step.workingDays) * other.days } : step
}
