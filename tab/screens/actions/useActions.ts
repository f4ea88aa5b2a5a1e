import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import type { ActionList, ActionRow, Lateness } from '#core/actions/views.ts'

import { get } from '../../api.ts'
import { groupNames } from '../../parts/states.ts'
import { useChanged } from '../../parts/use-changed.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

export type Cut = 'mine' | 'all'

/** The filters stand in the address, so that a link or a reload shows the same list. */
export function useFilters() {
  const [search, setSearch] = useSearchParams()
  const group = groupNames.find((name) => name === search.get('group')) ?? null
  const cut: Cut = search.get('cut') === 'mine' ? 'mine' : 'all'
  const set = (name: 'group' | 'cut', value: string | null) =>
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
    group,
    cut,
    showGroup: (wanted: Lateness | null) => set('group', wanted),
    showCut: (wanted: Cut) => set('cut', wanted),
  }
}

/** The actions that the filters let through, with how many there are in each group. */
export function useActions({ group, cut }: { readonly group: Lateness | null; readonly cut: Cut }) {
  const filter = `cut=${cut}${group ? `&group=${group}` : ''}`
  const query = useInfiniteQuery<ActionList, Problem, Loaded, readonly string[], string>({
    queryKey: ['actions', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      get(`/api/actions?${filter}&after=${encodeURIComponent(pageParam)}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: loaded,
    placeholderData: (before) => before,
  })
  const asked = query.isPlaceholderData ? 'before' : `${filter} ${query.data?.pages ?? 0}`
  return { ...query, changed: useChanged(query.data?.rows, asked) }
}

/** Reminds whoever owes the next answer. */
export function useChase() {
  return useSubmission<{ chased: number; people: number }, { actions: readonly string[] | 'late' }>(
    '/api/actions/chase',
  )
}

/** What was sent, in words. */
export function chasedInWords({ people }: { readonly people: number }): string {
  return people === 1 ? 'One person was reminded.' : `${people} people were reminded.`
}

type Loaded = {
  readonly items: readonly ActionRow[]
  readonly counts: ActionList['counts']
  readonly pages: number
  readonly rows: readonly { readonly id: string; readonly content: string }[]
}

const NONE: ActionList['counts'] = {
  'very-late': 0,
  late: 0,
  'due-soon': 0,
  later: 0,
  'waiting-for-check': 0,
  done: 0,
}

function loaded({ pages }: { readonly pages: readonly ActionList[] }): Loaded {
  const items = pages.flatMap((page) => page.items)
  return {
    items,
    counts: pages[0]?.counts ?? NONE,
    pages: pages.length,
    rows: items.map((item) => ({ id: item.id, content: JSON.stringify(item) })),
  }
}
