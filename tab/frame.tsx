import { useEffect } from 'react'
import type { ReactNode } from 'react'

import { useLive } from './live.ts'
import { MeContext, useMeQuery } from './me.ts'
import { Page } from './parts/Page.tsx'
import { Skeleton } from './parts/Skeleton.tsx'
import { TopBar } from './parts/TopBar.tsx'
import { Trouble } from './parts/Trouble.tsx'
import { goToSignIn } from './routes.ts'
import { session } from './session.ts'

/** What stands around each screen of a person who is signed in: the top bar, and news as they come. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const signedIn = session.token() !== null
  useEffect(() => {
    if (!signedIn) goToSignIn()
  }, [signedIn])
  return signedIn ? <SignedIn>{children}</SignedIn> : <Skeleton />
}

function SignedIn({ children }: { readonly children: ReactNode }) {
  const me = useMeQuery()
  useLive()
  if (me.data)
    return (
      <MeContext value={me.data}>
        <TopBar />
        {children}
      </MeContext>
    )
  if (!me.error) return <Skeleton />
  return (
    <Page title="This page could not be shown">
      <Trouble problem={me.error} onAgain={() => void me.refetch()} />
    </Page>
  )
}
