import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import { beforeSignIn } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { go, routes } from '../../routes.ts'
import { beginAs } from '../../sign-in/local-road.ts'

export type Persona = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly try: string
}
export type Step = {
  readonly title: string
  readonly text: string
  readonly persona: string
  readonly path: string
}
type Personas = { readonly personas: readonly Persona[]; readonly steps: readonly Step[] }

/** Local mode's people, and signing in as one of them. */
export function useSignIn() {
  const client = useQueryClient()
  const [search] = useSearchParams()
  const people = useQuery<Personas, Problem>({
    queryKey: ['personas'],
    queryFn: ({ signal }) => beforeSignIn.get('/local/personas', signal),
  })
  const signIn = useMutation<{ token: string }, Problem, { person: string; path?: string }>({
    mutationFn: ({ person }) => beforeSignIn.post('/local/sign-in', { person }),
    onSuccess: ({ token }, { path }) => {
      client.clear()
      beginAs(token)
      go(path ?? search.get('then') ?? routes.home)
    },
  })
  return { people, signIn }
}
