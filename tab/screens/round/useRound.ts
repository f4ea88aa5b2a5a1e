import { useQuery } from '@tanstack/react-query'

import type { RoundList, RoundView, TextFile } from '#core/round/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

export function useRounds() {
  return useQuery<RoundList, Problem>({
    queryKey: ['rounds', 'list'],
    queryFn: ({ signal }) => get('/api/rounds', signal),
  })
}

/** One round, kept up to date while it is shown. */
export function useRound(id: string) {
  return useQuery<RoundView, Problem>({
    queryKey: ['rounds', 'one', id],
    queryFn: ({ signal }) => get(pathOf(id), signal),
  })
}

export const pathOf = (id: string) => `/api/rounds/${encodeURIComponent(id)}`

/** Gives the browser the timetable as a file for a calendar. */
export async function saveCalendar(id: string): Promise<void> {
  const { name, text } = await get<TextFile>(`${pathOf(id)}/calendar`)
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

/** "Round N-2018-2: Neglect". */
export const titleOf = ({ code, theme }: Pick<RoundView, 'code' | 'theme'>) => `Round ${code}: ${theme}`
