import { useQueryClient } from '@tanstack/react-query'
import { navigate } from 'wouter/use-browser-location'

import { routes } from './routes.ts'
import { forget } from './sign-in/forget.ts'
import { tokens } from './sign-in/tokens.ts'

/** Leaves: nothing of this person stays in the page. */
export function useSignOut(): () => void {
  const client = useQueryClient()
  const leave = async (): Promise<void> => {
    forget(client)
    await tokens.end()
    navigate(routes.signIn)
  }
  return () => void leave()
}
