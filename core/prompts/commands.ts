import * as z from 'zod/mini'

import { aDay } from '../calendar/commands.ts'
import { daysBetween } from '../calendar/day.ts'
import { DUTY_SUBJECTS } from '../duties/duty.ts'
import type { DutyKind } from '../duties/duty.ts'
import { DUTY_ASKS } from '../duties/words.ts'
import { NOON } from './overview.ts'
import { wrongSteps } from './prompt-policy.ts'

z.config({ jitless: true })

const TIME = 'Give a time, for example 08:30.'
const aTime = z.string(TIME).check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, TIME))

const KINDS = Object.keys(DUTY_SUBJECTS) as [DutyKind, ...DutyKind[]]
const DAYS = 'Give a number of working days between 1 and 60.'
const LONGEST_QUIET = 62

const hours = z.object({ from: aTime, to: aTime }).check(
  z.refine(isAnHour, {
    error: 'The hours have to be an hour long at least.',
    path: ['to'],
  }),
)

const quietDays = z
  .object({
    from: aDay('Give the first quiet day, for example 24 12 2018.'),
    to: aDay('Give the last quiet day, for example 28 12 2018.'),
  })
  .check(
    z.refine(({ from, to }) => from <= to, {
      error: 'The last quiet day comes before the first.',
      path: ['to'],
    }),
    z.refine(({ from, to }) => daysBetween(from, to) < LONGEST_QUIET, {
      error: 'Quiet days are two months at most: nobody would hear of anything for longer.',
      path: ['to'],
    }),
  )

/** The shape of a policy, as it is kept. */
export const keptPromptPolicy = z.object({
  hours,
  quiet: z.array(quietDays, 'Give the quiet days.').check(z.maxLength(60, 'These are too many: 60 at most.')),
  overviews: z.object({ morning: aTime, weekly: aTime }),
  steps: z
    .array(
      z.object({
        kind: z.enum(KINDS, 'Choose what is asked from the list.'),
        step: z.string('Choose a step from the list.').check(z.maxLength(40, 'Choose a step from the list.')),
        days: z.int(DAYS).check(z.minimum(1, DAYS), z.maximum(60, DAYS)),
      }),
    )
    .check(z.maxLength(200, 'There are not so many steps.')),
})

/** The whole policy as the page sends it; every problem has its path. */
export const promptPolicySchema = keptPromptPolicy.check((ctx) => {
  const { value, issues } = ctx
  for (const time of ['morning', 'weekly'] as const) {
    const at = value.overviews[time]
    if (!isAnHour(value.hours) || (at >= value.hours.from && at < value.hours.to)) continue
    issues.push({
      code: 'custom',
      input: at,
      path: ['overviews', time],
      message: 'The overview has to go out within the hours.',
    })
  }
  if (value.overviews.morning >= NOON)
    issues.push({
      code: 'custom',
      input: value.overviews.morning,
      path: ['overviews', 'morning'],
      message: 'The overview of the morning goes out before noon.',
    })
  for (const { at, why } of wrongSteps(value.steps)) {
    const { kind } = value.steps[at] ?? {}
    issues.push({
      code: 'custom',
      input: value.steps[at],
      path: ['steps', at, 'days'],
      message: kind ? `${DUTY_ASKS[kind]}: ${why}` : why,
    })
  }
})
export type ChangePrompts = z.infer<typeof promptPolicySchema>

const away = z.nullable(
  z.object({
    from: aDay('Give the first day away, for example 25 6 2018.'),
    to: aDay('Give the last day away, for example 6 7 2018.'),
  }),
)

/** Somebody is away, or not. */
export const awaySchema = z.object({ away })
/** When a person is away, and what they need not hear. */
export const settingsSchema = z.object({
  away,
  muteEarly: z.boolean('Say whether you want reminders before the day.'),
  muteOverviews: z.boolean('Say whether you want overviews.'),
})
export type SaidSettings = z.infer<typeof settingsSchema>

function isAnHour({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return minutes(to) - minutes(from) >= 60
}

function minutes(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':')
  return 60 * Number(hour) + Number(minute)
}
