import { useInfiniteQuery } from '@tanstack/react-query'

import type { ActionList, ActionRow } from '#core/actions/views.ts'

import { get } from '../../api.ts'
import { useChanged } from '../../parts/use-changed.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'
import { queryOf } from './useFilters.ts'
import type { Filtering } from './useFilters.ts'

/** The actions that the filters let through, with how many there are in each group. */
export function useActions(filters: Filtering) {
  const filter = `${queryOf(filters)}${filters.group ? `&group=${filters.group}` : ''}`
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
  readonly choices: ActionList['choices']
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

const NO_CHOICES: ActionList['choices'] = { agencies: [], cases: [], rounds: [], sources: [] }

function loaded({ pages }: { readonly pages: readonly ActionList[] }): Loaded {
  const items = pages.flatMap((page) => page.items)
  return {
    items,
    counts: pages[0]?.counts ?? NONE,
    choices: pages[0]?.choices ?? NO_CHOICES,
    pages: pages.length,
    rows: items.map((item) => ({ id: item.id, content: JSON.stringify(item) })),
  }
}
