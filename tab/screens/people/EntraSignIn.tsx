import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'

import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { go, routes } from '../../routes.ts'
import { isForTeams } from '../../sign-in/for-teams.ts'
import { useStanding } from '../../sign-in/standing.ts'
import { tokens } from '../../sign-in/tokens.ts'
import { TroublePage } from './SignInTrouble.tsx'

/** Where Entra sends the browser back to, and where one is after signing out. */
export function EntraSignIn() {
  const standing = useStanding()
  const [search] = useSearchParams()
  const then = search.get('then') ?? routes.home
  useEffect(() => {
    if (isForTeams()) void tokens.ask({ consent: true })
    else void tokens.again()
  }, [])
  useEffect(() => {
    if (standing.is === 'in') go(then)
  }, [standing.is, then])
  if (standing.is === 'trouble') return <TroublePage trouble={standing.trouble} />
  if (standing.is !== 'out') return <Skeleton />
  return (
    <Page title="Sign in" says="Use the account of your work, the one that the partnership knows." narrow>
      {search.get('admin_consent') === 'True' && (
        <Notice kind="done" title="Thank you: your organisation allows Case Evaluations now" />
      )}
      <Button appearance="primary" onClick={() => void tokens.ask({})}>
        Sign in
      </Button>
    </Page>
  )
}
