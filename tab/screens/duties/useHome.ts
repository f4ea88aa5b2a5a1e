import { useInfiniteQuery } from '@tanstack/react-query'

import type { DutyItem, DutyList } from '#core/duties/views.ts'

import { get } from '../../api.ts'
import { useChanged } from '../../parts/use-changed.ts'
import type { Problem } from '../../problem.ts'

/** One of the two lists of Home, with what changed in it since it was last shown. */
export function useDuties(list: 'waiting' | 'asked') {
  const query = useInfiniteQuery<DutyList, Problem, Loaded, readonly string[], string>({
    queryKey: ['duties', list],
    queryFn: ({ pageParam, signal }) => get(`/api/${list}?after=${encodeURIComponent(pageParam)}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: loaded,
  })
  const changed = useChanged(query.data?.rows, `${query.data?.pages ?? 0}`)
  return { ...query, changed }
}

type Loaded = {
  readonly items: readonly DutyItem[]
  readonly total: number
  readonly pages: number
  readonly rows: readonly { readonly id: string; readonly content: string }[]
}

function loaded({ pages }: { readonly pages: readonly DutyList[] }): Loaded {
  const items = pages.flatMap((page) => page.items)
  return {
    items,
    total: pages[0]?.total ?? 0,
    pages: pages.length,
    rows: items.map((item) => ({ id: item.duty, content: JSON.stringify(item) })),
  }
}
