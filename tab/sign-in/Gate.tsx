import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { Skeleton } from '../parts/Skeleton.tsx'
import { goToSignIn } from '../routes.ts'
import { forget } from './forget.ts'
import { useStanding } from './standing.ts'
import { tokens } from './tokens.ts'

const TroublePage = lazy(async () => ({
  default: (await import('../screens/people/SignInTrouble.tsx')).TroublePage,
}))
const TroubleNotice = lazy(async () => ({
  default: (await import('../screens/people/SignInTrouble.tsx')).TroubleNotice,
}))

/**
 * Lets through who is signed in. A trouble in the middle of work stands above what is shown, which stays with all
 * that was typed; whoever has no access any more keeps nothing.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const standing = useStanding()
  const client = useQueryClient()
  const isShut = standing.is === 'trouble' && !standing.inside
  useEffect(() => {
    if (standing.is === 'asking') void tokens.again()
    if (standing.is === 'out') goToSignIn()
  }, [standing.is])
  useEffect(() => {
    if (isShut) forget(client)
  }, [isShut, client])
  const wasInTrouble = useRef(false)
  useEffect(() => {
    // What failed meanwhile is read now.
    if (wasInTrouble.current && standing.is === 'in') void client.invalidateQueries()
    wasInTrouble.current = standing.is === 'trouble'
  }, [standing.is, client])

  if (standing.is === 'asking' || standing.is === 'out') return <Skeleton />
  if (isShut)
    return (
      <Suspense fallback={<Skeleton />}>
        <TroublePage trouble={standing.trouble} />
      </Suspense>
    )
  return (
    <>
      {standing.is === 'trouble' && (
        <Suspense>
          <TroubleNotice trouble={standing.trouble} />
        </Suspense>
      )}
      {children}
    </>
  )
}
