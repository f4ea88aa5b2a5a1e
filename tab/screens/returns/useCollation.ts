import { useQuery } from '@tanstack/react-query'

import type { CollationContent, CollationView } from '#core/returns/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

export const collationAddress = (id: string) => `/api/collations/${encodeURIComponent(id)}`

/** What a collator brings together, and how each agency stands. Live. */
export function useCollation(id: string) {
  return useQuery<CollationView, Problem>({
    queryKey: ['rounds', 'collation', id],
    queryFn: ({ signal }) => get(collationAddress(id), signal),
  })
}

/** What they sent. Read once when the page opens: each reading is recorded. */
export function useCollated(id: string) {
  return useQuery<CollationContent, Problem>({
    queryKey: ['collation-content', id],
    queryFn: ({ signal }) => get(`${collationAddress(id)}/content`, signal),
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
}
