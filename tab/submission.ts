import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

import { post } from './api.ts'
import type { Problem } from './problem.ts'

/**
 * Sends a command by hand of a person. A second try of the same content carries the same idempotency key, so
 * that an answer lost on its way is not done twice. Afterwards, and when it turned out that something had
 * changed meanwhile, all that is shown is read again.
 */
export function useSubmission<View, Body>(path: string) {
  const client = useQueryClient()
  const last = useRef<{ readonly content: string; readonly key: string }>(null)
  return useMutation<View, Problem, { readonly body: Body; readonly version?: number }>({
    mutationFn: ({ body, version }) => {
      const content = JSON.stringify([body, version])
      if (last.current?.content !== content) last.current = { content, key: crypto.randomUUID() }
      return post<View>(path, { body, version, key: last.current.key })
    },
    onSuccess: () => {
      last.current = null
      void client.invalidateQueries()
    },
    onError: (problem) => {
      if (problem.isConflict) void client.invalidateQueries()
    },
  })
}
