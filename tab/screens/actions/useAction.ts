import { useQuery } from '@tanstack/react-query'

import type { ActionView } from '#core/actions/views.ts'

import { get } from '../../api.ts'
import type { ChildSeen } from '../../parts/ShowChild.tsx'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

/** One action with its history. */
export function useAction(id: string) {
  return useQuery<ActionView, Problem>({
    queryKey: ['actions', 'one', id],
    queryFn: ({ signal }) => get(`/api/actions/${encodeURIComponent(id)}`, signal),
  })
}

/** Asks who the child is. The answer stays in this mutation alone: it is gone when the drawer is closed. */
export function useSeeChild(id: string) {
  return useSubmission<ChildSeen, object>(`/api/actions/${encodeURIComponent(id)}/child`)
}
