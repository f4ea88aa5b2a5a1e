import { useQueryClient } from '@tanstack/react-query'

import { goToSignIn } from './routes.ts'
import { session } from './session.ts'

/** Leaves: nothing of this person stays in the page. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  return () => {
    session.end()
    client.clear()
    goToSignIn()
  }
}
