import type { ReactNode } from 'react'

import { useLive } from './live.ts'
import { MeContext, useMeQuery } from './me.ts'
import { Page } from './parts/Page.tsx'
import { Skeleton } from './parts/Skeleton.tsx'
import { TopBar } from './parts/TopBar.tsx'
import { Trouble } from './parts/Trouble.tsx'
import { Gate } from './sign-in/Gate.tsx'

/** What stands around each screen of a person who is signed in: the top bar, and news as they come. */
export function Frame({ children }: { readonly children: ReactNode }) {
  return (
    <Gate>
      <SignedIn>{children}</SignedIn>
    </Gate>
  )
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
