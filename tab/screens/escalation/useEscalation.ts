import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import { AREA_NAMES } from '#core/escalation/areas.ts'
import type { Area } from '#core/escalation/areas.ts'
import type { EscalationList, EscalationView } from '#core/escalation/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

export type Answered = { readonly id: string; readonly version: number; readonly receipt: string }
/** An answer as it is sent: its deed and what goes with it; the server says what is missing. */
export type Said = { readonly deed: string; readonly [field: string]: unknown }

/** The filters stand in the address, so that a link or a reload shows the same register. */
export function useRegisterFilters() {
  const [search, setSearch] = useSearchParams()
  const cut = search.get('cut') === 'mine' ? 'mine' : 'all'
  const theme = AREA_NAMES.find((area) => area === search.get('theme')) ?? null
  const set = (name: 'cut' | 'theme', value: string | null) =>
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
    cut,
    theme,
    showCut: (wanted: 'mine' | 'all') => set('cut', wanted === 'all' ? null : wanted),
    showTheme: (wanted: Area | null) => set('theme', wanted),
  } as const
}

/** The register: what concerns the person, or all of it for the partnership. */
export function useRegister({ cut, theme }: Pick<ReturnType<typeof useRegisterFilters>, 'cut' | 'theme'>) {
  const filter = `cut=${cut}${theme ? `&theme=${theme}` : ''}`
  return useQuery<EscalationList, Problem>({
    queryKey: ['rounds', 'escalations', filter],
    queryFn: ({ signal }) => get(`/api/escalations?${filter}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** One escalation, and sending what is said about it. */
export function useEscalation(id: string) {
  const escalation = useQuery<EscalationView, Problem>({
    queryKey: ['rounds', 'escalation', id],
    queryFn: ({ signal }) => get(addressOf(id), signal),
  })
  return { escalation, send: useAnswer(id) }
}

/** Says something about an escalation. */
export function useAnswer(id: string) {
  return useSubmission<Answered, Said>(`${addressOf(id)}/answers`)
}

function addressOf(id: string): string {
  return `/api/escalations/${encodeURIComponent(id)}`
}

export type Send = ReturnType<typeof useEscalation>['send']
