import { useQuery } from '@tanstack/react-query'

import type { AccessView } from '#core/people/access/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { personAddress } from './usePeople.ts'

/** How somebody comes in. */
export function useAccess(person: string) {
  return useQuery<AccessView, Problem>({
    queryKey: ['rounds', 'access', person],
    queryFn: ({ signal }) => get(`${personAddress(person)}/access`, signal),
  })
}
