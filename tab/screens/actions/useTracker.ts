import { useQuery } from '@tanstack/react-query'

import type { TrackerView } from '#core/actions/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { queryOf } from './useFilters.ts'
import type { Filtering } from './useFilters.ts'

/** All actions that the filters let through, of every state; of one month when a month is given. */
export function useTracker(
  filters: Filtering,
  days: { readonly from: string; readonly until: string } | null,
) {
  const query = `${queryOf(filters)}${days ? `&from=${days.from}&until=${days.until}` : ''}`
  return useQuery<TrackerView, Problem>({
    queryKey: ['actions', 'tracker', query],
    queryFn: ({ signal }) => get(`/api/tracker?${query}`, signal),
    placeholderData: (before) => before,
  })
}
