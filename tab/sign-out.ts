import { useQueryClient } from '@tanstack/react-query'
import { navigate } from 'wouter/use-browser-location'

import { routes } from './routes.ts'
import { session } from './session.ts'

/** Leaves: nothing of this person stays in the page. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  return () => {
    session.end()
    navigate(routes.signIn)
    client.clear()
  }
}
