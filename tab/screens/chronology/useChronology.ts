import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import type { ChronologyView, MergedEntryView } from '#core/chronology/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

/** Each reading of it is recorded: it is read again only when the page asks, and forgotten with the page. */
export function useChronology(id: string) {
  return useQuery<ChronologyView, Problem>({
    queryKey: ['chronology', id],
    queryFn: ({ signal }) => get(`/api/cases/${encodeURIComponent(id)}/chronology`, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })
}

export type Only = 'voice' | 'gap'

/** The filters stand in the address, so that a reload shows the same rows. */
export function useEntryFilters() {
  const [search, setSearch] = useSearchParams()
  const only = search.get('only')
  const set = (name: 'agency' | 'only', value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return {
    agency: search.get('agency'),
    only: only === 'voice' || only === 'gap' ? only : null,
    showAgency: (agency: string | null) => set('agency', agency),
    showOnly: (wanted: Only | null) => set('only', wanted),
  }
}

export type EntryFilters = ReturnType<typeof useEntryFilters>

export function isShown(
  { agency, voice, gap }: MergedEntryView,
  filters: Pick<EntryFilters, 'agency' | 'only'>,
): boolean {
  if (filters.agency !== null && filters.agency !== agency) return false
  if (filters.only === 'voice') return voice !== ''
  return filters.only === 'gap' ? gap !== null : true
}
