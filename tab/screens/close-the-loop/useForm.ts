import { useQuery } from '@tanstack/react-query'

import type { DetailsOfChild } from '#core/cases/views.ts'
import type { FormView, TeamView } from '#core/close-the-loop/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

export type Answered = { readonly id: string; readonly version: number; readonly receipt: string }
/** An answer as it is sent: its deed and what goes with it; the server says what is missing. */
export type Said = { readonly deed: string; readonly [field: string]: unknown }
type Child = DetailsOfChild & { readonly age: string }

/** One close-the-loop form, and sending what is decided about it. */
export function useForm(id: string) {
  const form = useQuery<FormView, Problem>({
    queryKey: ['rounds', 'form', id],
    queryFn: ({ signal }) => get(addressOf(id), signal),
  })
  return { form, send: useFormAnswer(id) }
}

export function useFormAnswer(id: string) {
  return useSubmission<Answered, Said>(`${addressOf(id)}/answers`)
}

/** Takes one of the proposed times; it is booked before the answer comes. */
export function useTakeTime(id: string) {
  return useSubmission<Answered, { readonly from: string }>(`${addressOf(id)}/meeting`)
}

/** Asks who the child is. The answer stays in this mutation alone: it is gone when the page is left. */
export function useChild(id: string) {
  return useSubmission<Child, object>(`${addressOf(id)}/child`)
}

/** What the signed-in manager's workers owe. */
export function useTeam() {
  return useQuery<TeamView, Problem>({
    queryKey: ['rounds', 'team'],
    queryFn: ({ signal }) => get('/api/team', signal),
  })
}

function addressOf(id: string): string {
  return `/api/forms/${encodeURIComponent(id)}`
}
