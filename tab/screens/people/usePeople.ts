import { useQuery } from '@tanstack/react-query'

import type { FindView, HoldingsView, LeavingView, SeatView, TakenOverView } from '#core/people/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

/** Who holds which post. */
export function useHoldings() {
  return useQuery<HoldingsView, Problem>({
    queryKey: ['rounds', 'people'],
    queryFn: ({ signal }) => get('/api/people', signal),
  })
}

export const postAddress = (id: string) => `/api/posts/${encodeURIComponent(id)}`

/** One post, with who held it. */
export function usePost(id: string) {
  return useQuery<SeatView, Problem>({
    queryKey: ['rounds', 'post', id],
    queryFn: ({ signal }) => get(postAddress(id), signal),
  })
}

export const personAddress = (id: string) => `/api/people/${encodeURIComponent(id)}`

/** What somebody who leaves holds. */
export function useLeaving(person: string) {
  return useQuery<LeavingView, Problem>({
    queryKey: ['rounds', 'leaving', person],
    queryFn: ({ signal }) => get(`${personAddress(person)}/leaving`, signal),
  })
}

/** What came to the person from somebody else. */
export function useTakenOver() {
  return useQuery<TakenOverView, Problem>({
    queryKey: ['rounds', 'taken-over'],
    queryFn: ({ signal }) => get('/api/taken-over', signal),
  })
}

/** What is found by a reference, a code, a number or a name. */
export function useFound(q: string) {
  return useQuery<FindView, Problem>({
    queryKey: ['find', q],
    queryFn: ({ signal }) => get(`/api/find?q=${encodeURIComponent(q)}`, signal),
    enabled: q.length > 1,
  })
}
