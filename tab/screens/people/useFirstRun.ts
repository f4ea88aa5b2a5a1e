import { useQuery } from '@tanstack/react-query'

import type { FirstRunView } from '#core/people/first-run/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

/** How far the partnership is set up. */
export function useFirstRun() {
  return useQuery<FirstRunView, Problem>({
    queryKey: ['rounds', 'first-run'],
    queryFn: ({ signal }) => get('/api/set-up', signal),
  })
}

export type StepName = keyof FirstRunView['done']

/** In the order in which they are done, each with its heading. */
export const STEPS: Readonly<Record<StepName, string>> = {
  partnership: 'Name and contact',
  agencies: 'Agencies',
  people: 'People and their posts',
  calendar: 'Calendar',
}

/** The first step that is still to do. */
export function nextStep(done: FirstRunView['done']): StepName | undefined {
  return (Object.keys(STEPS) as StepName[]).find((step) => !done[step])
}
