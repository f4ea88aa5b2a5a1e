import { useQuery } from '@tanstack/react-query'

import type { BookPanelDay } from '#core/panel-day/commands.ts'
import type { PanelView } from '#core/panel-day/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

const addressOf = (round: string) => `/api/rounds/${encodeURIComponent(round)}/panel`

/** Panel day of a round: the running order, what is left to do. */
export function usePanelDay(round: string) {
  return useQuery<PanelView, Problem>({
    queryKey: ['rounds', 'panel', round],
    queryFn: ({ signal }) => get(addressOf(round), signal),
  })
}

export function useBooking(round: string) {
  return useSubmission<{ version: number }, BookPanelDay>(`${addressOf(round)}/meeting`)
}

export function useCallingOff(round: string) {
  return useSubmission<{ version: number }, object>(`${addressOf(round)}/meeting/call-off`)
}

export function useClosing(round: string) {
  return useSubmission<{ version: number; forms: number }, object>(`${addressOf(round)}/close`)
}

export function useConfirming(of: string) {
  return useSubmission<{ version: number }, object>(`/api/cases/${encodeURIComponent(of)}/panel/confirm`)
}
