import { useQuery } from '@tanstack/react-query'

import type { CaseView, ChildOfCaseView, PeopleOptions } from '#core/cases/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

const addressOf = (id: string) => `/api/cases/${encodeURIComponent(id)}`

/** One selected case. */
export function useCase(id: string) {
  return useQuery<CaseView, Problem>({
    queryKey: ['rounds', 'case', id],
    queryFn: ({ signal }) => get(addressOf(id), signal),
  })
}

/** Asks who the child is. The answer stays in this mutation alone: it is gone when it is hidden. */
export function useChildOfCase(id: string) {
  return useSubmission<ChildOfCaseView, object>(`${addressOf(id)}/child`)
}

/** Whom to choose from; asked only while somebody names people. */
export function usePeopleOptions() {
  return useQuery<PeopleOptions, Problem>({
    queryKey: ['rounds', 'people-options'],
    queryFn: ({ signal }) => get('/api/people-options', signal),
  })
}
