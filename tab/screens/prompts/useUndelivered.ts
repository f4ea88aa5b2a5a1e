import { useQuery } from '@tanstack/react-query'

import type { UndeliveredList } from '#core/prompts/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

/** Reminders that did not go their way. */
export function useUndelivered() {
  return useQuery<UndeliveredList, Problem>({
    queryKey: ['duties', 'undelivered'],
    queryFn: ({ signal }) => get('/api/undelivered', signal),
  })
}

/** Tries one again. */
export function useSendAgain(message: string) {
  return useSubmission<{ message: string }, object>(`/api/undelivered/${encodeURIComponent(message)}/again`)
}
