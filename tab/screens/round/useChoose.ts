import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { checkChoice, reasonsNeeded } from '#core/involvement/selection.ts'
import type { ReasonNeeded } from '#core/involvement/selection.ts'
import type { ChoiceCase, ChoiceView } from '#core/involvement/views.ts'
import { chosenInWords, ruleInWords } from '#core/involvement/words.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

/** Who knows which case, and what the aid proposes. */
export function useChoice(id: string) {
  return useQuery<ChoiceView, Problem>({
    queryKey: ['rounds', 'choice', id],
    queryFn: ({ signal }) => get(`/api/rounds/${encodeURIComponent(id)}/choice`, signal),
  })
}

type Saved = { readonly id: string; readonly version: number; readonly cases: number }
type Choice = { readonly case: string; readonly leadAgency: string }
type Body = { readonly cases: readonly Choice[]; readonly reason: string | null }

/** The choice as it is being made, how it stands against the rule, and sending it. */
export function useChoosing(choice: ChoiceView) {
  const send = useSubmission<Saved, Body>(`/api/rounds/${encodeURIComponent(choice.id)}/choice`)
  const [picks, setPicks] = useState<readonly string[]>([])
  const [leads, setLeads] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const [checking, check] = useState(false)
  const chosen = choice.cases.filter(({ id }) => picks.includes(id))
  const ids = chosen.map(({ id }) => id)
  const leadOf = (of: ChoiceCase) => leads[of.id] ?? of.knownTo[0] ?? ''
  const needs = needsOf(choice, ids)
  return {
    send,
    chosen,
    reason,
    needs,
    checking,
    check,
    leadOf,
    says: chosenInWords(chosen.map(({ threshold }) => threshold)),
    rule: chosen.length === 0 ? [] : ruleInWords(checkChoice(choice.sample, chosen), choice.sample.choose),
    isChosen: (id: string) => picks.includes(id),
    pick: (id: string, picked: boolean) =>
      setPicks((before) => (picked ? [...before, id] : before.filter((each) => each !== id))),
    pickAll: setPicks,
    lead: (id: string, agency: string) => setLeads((before) => ({ ...before, [id]: agency })),
    write: setReason,
    submit: () =>
      send.mutate(
        {
          body: {
            cases: chosen.map((of) => ({ case: of.id, leadAgency: leadOf(of) })),
            reason: needs.length > 0 && reason.trim() ? reason : null,
          },
          version: choice.version,
        },
        { onError: () => check(false) },
      ),
  }
}

function needsOf({ sample, cases, agencies }: ChoiceView, ids: readonly string[]): readonly ReasonNeeded[] {
  if (ids.length === 0) return []
  return reasonsNeeded(sample, cases, ids, agencies.filter(({ state }) => state !== 'given').length)
}

/** The name of an agency of the round. */
export function agencyName({ agencies }: Pick<ChoiceView, 'agencies'>, id: string): string {
  return agencies.find((agency) => agency.id === id)?.name ?? ''
}
