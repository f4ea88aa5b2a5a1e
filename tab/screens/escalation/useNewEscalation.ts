import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'

import type { EscalationOptions } from '#core/escalation/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { sentStage } from './stage-choice.ts'

const EMPTY = {
  concern: '',
  about: '',
  reference: '',
  raiser: '',
  addressee: '',
  interimSafety: '',
  due: '',
  ladder: '',
  rung: '',
  skipBecause: '',
}
export type Draft = typeof EMPTY
export type FieldName = keyof Draft

/** A concern as it is being written, what can be chosen, and raising it; then it stands open. */
export function useNewEscalation() {
  const [, navigate] = useLocation()
  const options = useQuery<EscalationOptions, Problem>({
    queryKey: ['escalation-options'],
    queryFn: ({ signal }) => get('/api/escalation-options', signal),
  })
  const save = useSubmission<{ id: string; number: string }, object>('/api/escalations')
  // A case leads here with its reference, what waits for a meeting with what it is about.
  const [search] = useSearchParams()
  const [draft, setDraft] = useState<Draft>(() => ({
    ...EMPTY,
    reference: search.get('reference') ?? '',
    about: search.get('about') ?? '',
  }))
  const [first] = options.data?.mine ?? []
  const raiser = draft.raiser || (options.data?.mine.length === 1 ? (first?.id ?? '') : '')
  return {
    options,
    save,
    draft: { ...draft, raiser },
    write: (field: FieldName, value: string) =>
      setDraft((before) => ({
        ...before,
        // Another procedure has other stages.
        ...(field === 'ladder' && { rung: '', skipBecause: '' }),
        [field]: value,
      })),
    submit: () =>
      save.mutate(
        { body: { danger: false, ...filled({ ...draft, raiser }) } },
        { onSuccess: ({ id }) => navigate(routes.escalation(id)) },
      ),
  }
}

/** An empty field is left out: the server's sentence for it says what to write. A reference may be empty. */
function filled({ reference, rung, skipBecause, ...draft }: Draft): object {
  return {
    reference: reference.trim().toUpperCase(),
    ...sentStage(rung, skipBecause),
    ...Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== '')),
  }
}
