import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'

import { nextNumber, proposePrefix } from '#core/round/spoken.ts'
import type { RoundOptions, RoundSavedView, RoundView, TimetableProposal } from '#core/round/views.ts'

import { get } from '../../api.ts'
import { isDay } from '../../days.ts'
import type { Problem } from '../../problem.ts'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { knownMembers, membersOf, sentMembers } from './members.ts'
import type { MemberDraft, SentMember } from './members.ts'
import { pathOf } from './useRound.ts'

export function useRoundOptions() {
  return useQuery<RoundOptions, Problem>({
    queryKey: ['round-options'],
    queryFn: ({ signal }) => get('/api/round-options', signal),
  })
}

export type RoundDraft = {
  readonly theme: string
  readonly sources: readonly string[]
  readonly start: string
  readonly leftOut: readonly string[]
  readonly prefix: string
  readonly number: string
  /** Whether every case has a close-the-loop form; else the panel’s judgement says. */
  readonly loopForAll: boolean
  readonly members: readonly MemberDraft[]
}

/** What is written: a new round, a copy of one, or changes of one. */
export type Writing =
  | { readonly kind: 'new' }
  | { readonly kind: 'copy'; readonly of: RoundView }
  | { readonly kind: 'change'; readonly of: RoundView }

type Sent = {
  readonly theme: string
  readonly sources: readonly string[]
  readonly start: string
  readonly leftOut: readonly string[]
  readonly prefix?: string
  readonly number?: number
  readonly method?: string
  readonly loopForAll?: boolean
  readonly members?: readonly SentMember[]
}

/** The round as it is being written, its timetable meanwhile, and saving it; then its page is shown. */
export function useSetUp(writing: Writing, options: RoundOptions) {
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState(() => beginning(writing, options))
  // What was read first is what is changed; after a conflict it is what stands there now.
  const [version, setVersion] = useState(writing.kind === 'change' ? writing.of.version : undefined)
  const save = useSubmission<RoundSavedView, Sent>(addressOf(writing))
  const method = writing.kind === 'new' ? (options.methods[0]?.id ?? '') : ''
  return {
    draft,
    save,
    code: codeOf(draft, options),
    write: (change: Partial<RoundDraft>) => setDraft((before) => ({ ...before, ...change })),
    submit: () =>
      save.mutate(
        { body: sentOf(draft, writing, method), ...(version === undefined ? {} : { version }) },
        {
          onSuccess: ({ id, code }) =>
            navigate(routes.round(id), { state: { news: `Round ${code} was saved.` } }),
          onError: (problem) => {
            if (problem.isConflict && writing.kind === 'change') void readAgain(writing.of.id, setVersion)
          },
        },
      ),
  }
}

/** Somebody changed the round meanwhile: what was typed stays, and is sent again over what stands there now. */
async function readAgain(id: string, found: (version: number) => void): Promise<void> {
  const now = await get<RoundView>(pathOf(id)).catch(() => undefined)
  if (now) found(now.version)
}

/** The timetable as it would be; while another is asked for, the one before stays. */
export function useTimetable(method: string, { start, leftOut }: Pick<RoundDraft, 'start' | 'leftOut'>) {
  const query = new URLSearchParams({ method, start, leftOut: leftOut.join(',') }).toString()
  return useQuery<TimetableProposal, Problem>({
    queryKey: ['round-timetable', query],
    queryFn: ({ signal }) => get(`/api/round-timetable?${query}`, signal),
    enabled: isDay(start),
    placeholderData: (before) => before,
  })
}

function addressOf(writing: Writing): string {
  if (writing.kind === 'new') return '/api/rounds'
  return writing.kind === 'copy' ? `${pathOf(writing.of.id)}/copy` : pathOf(writing.of.id)
}

function beginning(writing: Writing, options: RoundOptions): RoundDraft {
  const spoken = { prefix: '', number: '', loopForAll: false }
  if (writing.kind === 'change') {
    const { theme, sources, start, leftOut, members } = writing.of
    return { theme, sources, start, leftOut, ...spoken, members: membersOf(members) }
  }
  const members = writing.kind === 'new' ? knownMembers(options) : membersOf(writing.of.members)
  return { theme: '', sources: [], start: options.start, leftOut: [], ...spoken, members }
}

function sentOf(draft: RoundDraft, writing: Writing, method: string): Sent {
  const { theme, sources, start, leftOut, prefix, number, members } = draft
  const facts = { theme, sources, start, leftOut }
  if (writing.kind === 'change') return { ...facts, members: sentMembers(members) }
  const spoken = {
    ...(prefix.trim() ? { prefix: prefix.trim().toUpperCase() } : {}),
    ...(number.trim() ? { number: Number(number) } : {}),
  }
  if (writing.kind === 'copy') return { ...facts, ...spoken }
  return { ...facts, ...spoken, method, loopForAll: draft.loopForAll, members: sentMembers(members) }
}

/** "N-2018-2", as it will be said aloud. */
function codeOf({ theme, start, prefix, number }: RoundDraft, { taken }: RoundOptions): string | null {
  if (!theme.trim() || !isDay(start)) return null
  const letters = prefix.trim().toUpperCase() || proposePrefix(theme, taken)
  return `${letters}-${start.slice(0, 4)}-${number.trim() || nextNumber(taken.codes, start)}`
}
