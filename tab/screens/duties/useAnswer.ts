import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { DutyView } from '#core/duties/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'
import type { Choice } from './deeds.ts'

type Receipt = { readonly id: string; readonly version: number; readonly receipt: string }
export type Typed = Readonly<Record<string, string>>

/** One duty, the answer as it is being written, and sending it. What is typed stays until it was sent. */
export function useAnswer(id: string) {
  const address = `/api/duties/${encodeURIComponent(id)}`
  const duty = useQuery<DutyView, Problem>({
    queryKey: ['duties', 'one', id],
    queryFn: ({ signal }) => get(address, signal),
  })
  const send = useSubmission<Receipt, Typed>(`${address}/answers`)
  const [choice, choose] = useState<Choice>()
  const [typed, setTyped] = useState<Typed>({})
  return {
    duty,
    send,
    choice,
    choose: (next: Choice | undefined) => {
      send.reset()
      choose(next)
    },
    typed,
    type: (field: string, value: string) => setTyped((before) => ({ ...before, [field]: value })),
    submit: () => {
      if (duty.data) send.mutate({ body: bodyOf(choice, typed), version: duty.data.version })
    },
  }
}

/** An empty field is left out: the server's sentence for it says what to write. */
function bodyOf(choice: Choice | undefined, typed: Typed): Typed {
  if (!choice) return {}
  const filled = choice.fields.filter(({ name }) => typed[name])
  return { deed: choice.deed, ...Object.fromEntries(filled.map(({ name }) => [name, typed[name] ?? ''])) }
}
