import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Involvement } from '#core/involvement/reply.ts'
import type { ReplyView } from '#core/involvement/views.ts'

import { get } from '../../api.ts'
import { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

type Saved = { readonly id: string; readonly version: number }
export type Chosen = Readonly<Record<string, Involvement>>

/**
 * An agency's long list. Each reading of it is recorded for every child, so that it is read when it is opened
 * and after each answer, not whenever some agency of the round does something; and it is forgotten when left.
 */
export function useReply(id: string) {
  return useQuery<ReplyView, Problem>({
    queryKey: ['involvement', id],
    queryFn: ({ signal }) => get(addressOf(id), signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
}

export function useReceipt({ id, version }: ReplyView) {
  const send = useSubmission<Saved, object>(`${addressOf(id)}/receipt`)
  return { send, confirm: () => send.mutate({ body: {}, version }) }
}

/** The answers as they are being chosen, and sending them. What was chosen stays until it was sent. */
export function useAnswers(reply: ReplyView, onSent: () => void) {
  const send = useSubmission<Saved, { answers: Chosen }>(`${addressOf(reply.id)}/answers`)
  const [chosen, setChosen] = useState<Chosen>({})
  const [tries, setTries] = useState(0)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const answers = { ...givenIn(reply), ...chosen }
  const missing = reply.cases.filter(({ id }) => !answers[id])
  return {
    send,
    answers,
    tries,
    count: reply.cases.length - missing.length,
    problem: lacking ?? send.error,
    /** Whether Send was pressed while this case had no answer. */
    isLacking: (id: string) => tries > 0 && !answers[id],
    choose: (of: string, answer: Involvement) => setChosen((before) => ({ ...before, [of]: answer })),
    submit: () => {
      const problem = notAnswered(missing)
      setTries(tries + 1)
      setLacking(problem)
      if (!problem) send.mutate({ body: { answers }, version: reply.version }, { onSuccess: onSent })
    },
  }
}

export function givenIn({ cases }: ReplyView): Chosen {
  return Object.fromEntries(cases.flatMap(({ id, answer }) => (answer === null ? [] : [[id, answer]])))
}

/** One line that leads to the first case without an answer: twenty lines would help nobody. */
function notAnswered(missing: ReplyView['cases']): Problem | null {
  const [first] = missing
  if (!first) return null
  const says =
    missing.length === 1
      ? `${first.reference} has no answer yet.`
      : `${missing.length} cases have no answer yet. The first is ${first.reference}.`
  return new Problem(422, {
    title: 'Not every case has an answer',
    detail: 'What you chose so far is still here.',
    fields: { [first.id]: says },
  })
}

function addressOf(id: string): string {
  return `/api/involvement/${encodeURIComponent(id)}`
}
