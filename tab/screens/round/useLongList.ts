import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'

import type { WrittenCase } from '#core/round/pasted-list.ts'
import type { LongListView, RoundSavedView } from '#core/round/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { pathOf } from './useRound.ts'

export type ListedChild = Omit<LongListView['cases'][number], 'reference'> & {
  readonly key: string
  /** Empty until it was saved once. */
  readonly reference: string
}

/** The long list. Each reading is recorded, so it is read once; and it is forgotten with the page. */
export function useLongList(round: string) {
  return useQuery<LongListView, Problem>({
    queryKey: ['long-list', round],
    queryFn: ({ signal }) => get(`${pathOf(round)}/long-list`, signal),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })
}

type Sent = {
  readonly cases: readonly (Omit<ListedChild, 'key' | 'reference'> & { readonly reference?: string })[]
}

/** The list as it is being written, and saving it. */
export function useListWriting(round: string, list: LongListView) {
  const [, navigate] = useLocation()
  const [children, setChildren] = useState<readonly ListedChild[]>(() =>
    list.cases.map((each) => ({ ...each, key: each.reference })),
  )
  const [isChanged, setChanged] = useState(false)
  const save = useSubmission<RoundSavedView, Sent>(`${pathOf(round)}/long-list`)
  const change = (to: readonly ListedChild[]) => {
    setChildren(to)
    setChanged(true)
  }
  return {
    children,
    isChanged,
    save,
    add: (cases: readonly WrittenCase[]) => change([...children, ...cases.map(asListed)]),
    replace: (key: string, to: WrittenCase) =>
      change(
        children.map((child) =>
          child.key === key ? { ...child, ...asListed(to), key, reference: child.reference } : child,
        ),
      ),
    remove: (key: string) => change(children.filter((child) => child.key !== key)),
    submit: () =>
      save.mutate(
        { body: { cases: children.map(asSent) }, version: list.version },
        {
          onSuccess: () => {
            const news = `The long list was saved. It has ${children.length} ${children.length === 1 ? 'case' : 'cases'}.`
            navigate(routes.round(round), { state: { news } })
          },
        },
      ),
  }
}

function asListed({ name, born, threshold, adults }: WrittenCase): ListedChild {
  return { key: crypto.randomUUID(), reference: '', name, born, threshold, adults: [...adults] }
}

function asSent({ reference, name, born, threshold, adults }: ListedChild): Sent['cases'][number] {
  return { name, born, threshold, adults, ...(reference ? { reference } : {}) }
}
