import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { PromptsView, SettingsView } from '#core/prompts/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

export const PROMPTS = '/api/prompt-policy'

/** When reminders go out, as it stands. */
export function usePrompts() {
  return useQuery<PromptsView, Problem>({
    queryKey: ['prompts', 'policy'],
    queryFn: ({ signal }) => get(PROMPTS, signal),
  })
}

export const OWN_SETTINGS = '/api/settings'
export const awayAddress = (person: string) => `/api/people/${encodeURIComponent(person)}/away`

/** What somebody set about what they hear. */
export function useSettings(path: string) {
  return useQuery<SettingsView, Problem>({
    queryKey: ['prompts', 'settings', path],
    queryFn: ({ signal }) => get(path, signal),
  })
}

export type Quiet = { readonly key: number; readonly from: string; readonly to: string }

/** What is being changed: times and days as they are typed. */
export type PromptsDraft = {
  readonly hours: PromptsView['hours']
  readonly overviews: PromptsView['overviews']
  readonly quiet: readonly Quiet[]
  /** What was typed for a step, under its kind and name. */
  readonly days: Readonly<Record<string, string>>
}

/** The draft stays as it was typed, whatever is read again meanwhile. */
export function usePromptsDraft(view: PromptsView) {
  const [draft, setDraft] = useState<PromptsDraft>(() => ({
    hours: view.hours,
    overviews: view.overviews,
    quiet: view.quiet.map((each, key) => ({ ...each, key })),
    days: {},
  }))
  const change = (part: Partial<PromptsDraft>) => setDraft((before) => ({ ...before, ...part }))
  return [draft, change] as const
}

export const stepKey = (kind: string, step: string) => `${kind} ${step}`
export const stepId = (kind: string, step: string) => `step-${kind}-${step}`

/** What is sent: every step whose number is another than usual, so that the rest follows the defaults. */
export function bodyOf(draft: PromptsDraft, view: PromptsView) {
  const { hours, overviews, quiet } = draft
  const steps = stepsIn(view).flatMap(({ kind, step, days, usual }) => {
    const typed = draft.days[stepKey(kind, step)]
    const wanted = typed === undefined ? days : Number(typed)
    return wanted === usual || wanted === null ? [] : [{ kind, step, days: wanted }]
  })
  return { hours, overviews, quiet: quiet.map(({ from, to }) => ({ from, to })), steps }
}

/** The control for each place about which something can be wrong. */
export function idsOf(draft: PromptsDraft, view: PromptsView): Readonly<Record<string, string>> {
  const { steps } = bodyOf(draft, view)
  return {
    'hours.from': 'hours-from',
    'hours.to': 'hours-to',
    ...Object.fromEntries(
      draft.quiet.flatMap(({ key }, place) => [
        [`quiet.${place}.from`, `quiet-from-${key}`],
        [`quiet.${place}.to`, `quiet-to-${key}`],
      ]),
    ),
    'overviews.morning': 'overview-morning',
    'overviews.weekly': 'overview-weekly',
    ...Object.fromEntries(steps.map(({ kind, step }, place) => [`steps.${place}.days`, stepId(kind, step)])),
  }
}

function stepsIn({ groups }: PromptsView) {
  return groups.flatMap(({ kinds }) =>
    kinds.flatMap(({ kind, steps }) =>
      steps.flatMap(({ step, days, usual }) => (days === null ? [] : [{ kind, step, days, usual }])),
    ),
  )
}
