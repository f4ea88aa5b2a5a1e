import type { QueryClient } from '@tanstack/react-query'

/** How this deployment signs in: the one thing that is of nobody. */
export const HOW = 'sign-in-as'

/** Nothing of the person stays in the page's memory. */
export function forget(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== HOW })
  client.getMutationCache().clear()
}
