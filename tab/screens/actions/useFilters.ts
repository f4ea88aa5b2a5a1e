import { useSearchParams } from 'wouter'

import type { Cut, Lateness } from '#core/actions/views.ts'

import { groupNames } from '../../parts/states.ts'

const CUTS = ['mine', 'agency', 'team', 'all'] as const satisfies readonly Cut[]
export const VIEWS = ['list', 'board', 'calendar'] as const
export type View = (typeof VIEWS)[number]

/** What a list is narrowed by besides cut and lateness, as the address and the API name it. */
export const NARROWED_BY = ['agency', 'case', 'round', 'source'] as const
export type NarrowedBy = (typeof NARROWED_BY)[number]

/** The filters stand in the address, so that a link or a reload shows the same list. */
export function useFilters() {
  const [search, setSearch] = useSearchParams()
  const group = groupNames.find((name) => name === search.get('group')) ?? null
  const cut: Cut = CUTS.find((name) => name === search.get('cut')) ?? 'all'
  const view: View = VIEWS.find((name) => name === search.get('view')) ?? 'list'
  const set = (name: string, value: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (value === null || value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  const narrowed: Partial<Record<NarrowedBy, string>> = Object.fromEntries(
    NARROWED_BY.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
  )
  return {
    group,
    cut,
    view,
    narrowed,
    month: search.get('month'),
    showGroup: (wanted: Lateness | null) => set('group', wanted),
    showCut: (wanted: Cut) => set('cut', wanted === 'all' ? null : wanted),
    showView: (wanted: View) => set('view', wanted === 'list' ? null : wanted),
    showMonth: (wanted: string) => set('month', wanted),
    narrow: (by: NarrowedBy, value: string) => set(by, value),
  }
}

export type Filtering = ReturnType<typeof useFilters>

/** The filters as the API reads them, without the group. */
export function queryOf({ cut, narrowed }: Pick<Filtering, 'cut' | 'narrowed'>): string {
  return new URLSearchParams({ cut, ...narrowed }).toString()
}
