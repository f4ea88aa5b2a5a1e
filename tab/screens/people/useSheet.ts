import { useQuery } from '@tanstack/react-query'

import type { SheetView, TalkList } from '#core/people/supervision/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

export const sheetAddress = (worker: string) => `/api/team/${encodeURIComponent(worker)}`

/** The supervision sheet of a worker. */
export function useSheet(worker: string) {
  return useQuery<SheetView, Problem>({
    queryKey: ['rounds', 'sheet', worker],
    queryFn: ({ signal }) => get(sheetAddress(worker), signal),
  })
}

/** What was talked through with the person who is signed in. */
export function useTalks() {
  return useQuery<TalkList, Problem>({
    queryKey: ['rounds', 'talks'],
    queryFn: ({ signal }) => get('/api/talks', signal),
  })
}
