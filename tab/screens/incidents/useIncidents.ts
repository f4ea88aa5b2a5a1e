import { useQuery } from '@tanstack/react-query'

import type { IncidentList, IncidentView, WithdrawOptions } from '#core/incidents/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

/** What went to the wrong person. */
export function useIncidents() {
  return useQuery<IncidentList, Problem>({
    queryKey: ['rounds', 'incidents'],
    queryFn: ({ signal }) => get('/api/incidents', signal),
  })
}

export const incidentAddress = (id: string) => `/api/incidents/${encodeURIComponent(id)}`

/** One incident, with the draft of its note. */
export function useIncident(id: string) {
  return useQuery<IncidentView, Problem>({
    queryKey: ['rounds', 'incident', id],
    queryFn: ({ signal }) => get(incidentAddress(id), signal),
  })
}

/** Whose access to something can be withdrawn. */
export function useWithdrawOptions(about: string) {
  return useQuery<WithdrawOptions, Problem>({
    queryKey: ['rounds', 'withdraw', about],
    queryFn: ({ signal }) => get(`/api/incidents/about/${encodeURIComponent(about)}`, signal),
  })
}
