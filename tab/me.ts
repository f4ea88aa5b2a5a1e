import { useQuery } from '@tanstack/react-query'
import { createContext, use } from 'react'

import type { MeView } from '#core/people/views.ts'

import { get } from './api.ts'
import type { Problem } from './problem.ts'

export const MeContext = createContext<MeView | null>(null)

/** Who is signed in: known everywhere below the frame. */
export function useMe(): MeView {
  const me = use(MeContext)
  if (!me) throw new Error('useMe is for what the frame shows')
  return me
}

export function useMeQuery() {
  return useQuery<MeView, Problem>({ queryKey: ['me'], queryFn: ({ signal }) => get('/api/me', signal) })
}
