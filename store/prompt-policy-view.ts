import { dayOf, momentAt } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import { momentInWords } from '#core/calendar/words.ts'
import { addWorkingDays } from '#core/calendar/working-days.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import { DUTY_SUBJECTS } from '#core/duties/duty.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import { DUTY_ASKS } from '#core/duties/words.ts'
import { may } from '#core/people/may.ts'
import { forecast } from '#core/prompts/forecast.ts'
import { SUBJECT_WORDS, toInWords, whenInWords } from '#core/prompts/policy-words.ts'
import { defaultPolicy } from '#core/prompts/policy.ts'
import { isEditable, rulesOf, stepsOf } from '#core/prompts/prompt-policy.ts'
import type { PromptPolicy } from '#core/prompts/prompt-policy.ts'
import type { ForecastView, KindView, PromptsView } from '#core/prompts/views.ts'
import type { SubjectKind } from '#core/subject.ts'

import type { Trx } from './database.ts'
import { owedOf, progressOf, PROMPTED } from './duties.ts'
import { isNotPaused } from './paused.ts'
import { findPromptPolicy } from './prompt-policy.ts'
import type { Seen } from './seen.ts'

type SeenNow = Seen & { readonly now: Moment; readonly calendar: Calendar }

/** The policy with its words and what it would send; undefined for whom it is not to set. */
export async function viewPrompts(seen: SeenNow): Promise<PromptsView | undefined> {
  const { trx, actor, today } = seen
  if (!may.editPrompts(actor)) return undefined
  const { policy, version, changed } = await findPromptPolicy(trx)
  const by =
    changed && (await trx.selectFrom('person').select('name').where('id', '=', changed.by).executeTakeFirst())
  return {
    version,
    hours: policy.hours,
    quiet: [...policy.quiet],
    overviews: policy.overviews,
    groups: groupsOf(policy),
    changed: changed && `${by?.name ?? 'Somebody'} changed this on ${momentInWords(changed.at, today)}.`,
    forecast: await forecastOf(seen, policy),
  }
}

/** What another policy would send, before anybody decides for it. */
export async function viewForecast(seen: SeenNow, policy: PromptPolicy): Promise<ForecastView | undefined> {
  return may.editPrompts(seen.actor) ? forecastOf(seen, policy) : undefined
}

const DAYS_AHEAD = 5

async function forecastOf({ trx, now, calendar }: SeenNow, policy: PromptPolicy): Promise<ForecastView> {
  const until = addWorkingDays(calendar, dayOf(now), DAYS_AHEAD)
  const rows = await openDuties(trx)
  const planned = rows.map((row) => ({ duty: owedOf(row), progress: progressOf(row) }))
  const counts = forecast(planned, rulesOf(policy, calendar), now, momentAt(until, '23:59'))
  const kinds = [...counts]
    .map(([kind, count]) => ({ kind, name: nameOf(kind), count }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
  return { until, total: kinds.reduce((sum, { count }) => sum + count, 0), kinds }
}

/** What is owed and not paused, with how far its prompts have come. */
function openDuties(trx: Trx) {
  return trx
    .selectFrom('duty_prompt')
    .innerJoin('duty', 'duty.id', 'duty_id')
    .select(PROMPTED)
    .where('closed_at', 'is', null)
    .where(isNotPaused('duty'))
    .execute()
}

function groupsOf(policy: PromptPolicy): PromptsView['groups'] {
  const kinds = Object.keys(DUTY_SUBJECTS) as DutyKind[]
  const subjects = Map.groupBy(kinds, (kind): SubjectKind => DUTY_SUBJECTS[kind])
  return [...subjects].map(([subject, of]) => ({
    name: SUBJECT_WORDS[subject],
    kinds: of.map((kind) => kindOf(kind, policy)),
  }))
}

function kindOf(kind: DutyKind, policy: PromptPolicy): KindView {
  const steps = stepsOf(policy)[kind]
  return {
    kind,
    name: DUTY_ASKS[kind],
    steps: steps.map((step, place) => ({
      step: step.id,
      when: whenInWords(kind, step),
      to: toInWords(kind, step.to),
      days: isEditable(step) ? Math.abs(step.workingDays) : null,
      usual: isEditable(step) ? Math.abs(defaultPolicy[kind][place]?.workingDays ?? 0) : null,
    })),
  }
}

/** Two kinds are asked in the same words: which of them is meant, their group says. */
function nameOf(kind: DutyKind): string {
  return `${SUBJECT_WORDS[DUTY_SUBJECTS[kind]]}: ${DUTY_ASKS[kind]}`
}
