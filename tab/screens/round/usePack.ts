import { useQuery } from '@tanstack/react-query'

import type { PackView } from '#core/round/pack/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

/** The subgroup's list of a round. */
export function usePack(round: string) {
  return useQuery<PackView, Problem>({
    queryKey: ['rounds', 'pack', round],
    queryFn: ({ signal }) => get(`/api/rounds/${encodeURIComponent(round)}/pack`, signal),
  })
}
