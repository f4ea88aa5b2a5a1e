import { useQuery } from '@tanstack/react-query'

import type { AgencyView, MonitorView } from '#core/learning/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

/** What became of what was agreed, across rounds. */
export function useMonitor() {
  return useQuery<MonitorView, Problem>({
    queryKey: ['rounds', 'monitor'],
    queryFn: ({ signal }) => get('/api/monitor', signal),
  })
}

/** How the agencies stand for which the person answers. */
export function useAgency() {
  return useQuery<AgencyView, Problem>({
    queryKey: ['rounds', 'agency'],
    queryFn: ({ signal }) => get('/api/agency', signal),
  })
}
