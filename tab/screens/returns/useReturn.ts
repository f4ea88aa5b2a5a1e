import { useQuery } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import type { AnswerView, ReturnContent, ReturnView } from '#core/returns/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'

export const addressOf = (id: string) => `/api/returns/${encodeURIComponent(id)}`
const headKey = (id: string) => ['rounds', 'return', id] as const
/** Not among what is read again at every change: each reading of what is written is recorded. */
const contentKey = (id: string) => ['return-content', id] as const

/** A return: how it stands, what it asks. Live. */
export function useReturn(id: string) {
  return useQuery<ReturnView, Problem>({
    queryKey: headKey(id),
    queryFn: ({ signal }) => get(addressOf(id), signal),
  })
}

/** What is written in it, read once when the page opens. */
export function useContent(id: string) {
  return useQuery<ReturnContent, Problem>({
    queryKey: contentKey(id),
    queryFn: ({ signal }) => readContent(id, signal),
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
}

export function readContent(id: string, signal?: AbortSignal): Promise<ReturnContent> {
  return get(`${addressOf(id)}/content`, signal)
}

/** What is shown of a field now; nothing yet is an empty text at version 0. */
export function answerIn(content: ReturnContent | undefined, field: string): AnswerView {
  const found = content?.answers?.find((answer) => answer.field === field)
  return found ?? { field, text: '', version: 0, by: '', at: '' }
}

/** Puts a field that was saved, or read again, into what is shown. */
export function keepAnswer(client: QueryClient, id: string, answer: AnswerView): void {
  client.setQueryData<ReturnContent>(contentKey(id), (before) => {
    if (!before) return before
    const others = (before.answers ?? []).filter(({ field }) => field !== answer.field)
    return { ...before, answers: [...others, answer] }
  })
  const head = client.getQueryData<ReturnView>(headKey(id))
  // The first word made a draft of it.
  if ([head?.chronology, head?.evaluation].some((part) => part?.state === 'not-started'))
    void client.invalidateQueries({ queryKey: headKey(id) })
}

/** What is shown of a field, for the forms that look at several. */
export function useAnswers(id: string): (field: string) => string {
  const { data } = useContent(id)
  return (field) => answerIn(data, field).text
}

/** Which page of the return: it stands in the address, so that Back and a link lead to it. */
export function useStep() {
  const [search] = useSearchParams()
  return { step: search.get('step') ?? '', at: search.get('at') ?? '' }
}
