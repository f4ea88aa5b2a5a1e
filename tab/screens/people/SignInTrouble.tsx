import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'

import { inTeams } from '../../host.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import type { Asked } from '../../sign-in/road.ts'
import { tokens } from '../../sign-in/tokens.ts'
import type { Trouble } from '../../sign-in/trouble.ts'
import { WORDS } from '../../sign-in/words.ts'
import { ConsentLink } from './ConsentLink.tsx'
import { useTroubleStyles } from './SignInTrouble.styles.ts'
import { SwitchOrganisation } from './SwitchOrganisation.tsx'

type Props = { readonly trouble: Trouble }

/** Nobody is let in yet: what happened, and what to do. */
export function TroublePage({ trouble }: Props) {
  const { title, says } = WORDS[trouble.why]
  return (
    <Page title={title} says={trouble.detail ?? says} narrow>
      <WhatToDo trouble={trouble} />
    </Page>
  )
}

/** Above what somebody is at work on: all of it stays. */
export function TroubleNotice({ trouble }: Props) {
  const { title, says } = WORDS[trouble.why]
  return (
    <div role="alert" className={useTroubleStyles().above}>
      <Notice kind="trouble" title={title}>
        <p>{trouble.detail ?? says}</p>
        <p>
          {!inTeams && LEAVES.includes(trouble.why)
            ? 'Signing in loads this page again: copy first what you have typed and not sent.'
            : 'What you typed is still here.'}
        </p>
        <WhatToDo trouble={trouble} />
      </Notice>
    </div>
  )
}

/** Outside Teams the browser goes to Entra and comes back. */
const LEAVES: readonly Trouble['why'][] = [
  'consent-missing',
  'step-required',
  'cancelled',
  'signed-out',
  'token-refused',
  'not-allowed',
]

function WhatToDo({ trouble }: Props) {
  const styles = useTroubleStyles()
  return (
    <div className={styles.steps}>
      {trouble.why === 'wrong-organisation' && inTeams && <SwitchOrganisation />}
      <p className={styles.acts}>{actsFor(trouble)}</p>
      {trouble.why === 'consent-missing' && <ConsentLink />}
      {trouble.code !== undefined && (
        <p className={styles.code}>If you ring for help, quote {trouble.code}.</p>
      )}
    </div>
  )
}

function actsFor({ why, claims }: Trouble): ReactNode {
  switch (why) {
    case 'consent-missing':
      return (
        <>
          <Ask name="Allow it for me" asked={{ consent: true }} />
          <Again />
        </>
      )
    case 'step-required':
      return <Ask name="Go on with that step" asked={{ claims }} />
    case 'cancelled':
    case 'signed-out':
      return <Ask name="Sign in" asked={{ claims }} />
    case 'wrong-organisation':
    case 'unknown-person':
      return (
        <>
          {inTeams ? <InBrowser /> : <Ask name="Sign in with another account" asked={{ other: true }} />}
          <Again />
        </>
      )
    case 'not-allowed':
      return (
        <>
          {!inTeams && <Ask name="Sign in with another account" asked={{ other: true }} />}
          <Again />
        </>
      )
    case 'access-ended':
    case 'not-reachable':
      return <Again />
    case 'token-refused':
      return (
        <>
          <Ask name="Sign in again" asked={{}} />
          {inTeams && <InBrowser />}
        </>
      )
    case 'anonymous':
      return <InBrowser />
    case 'teams-silent':
      return (
        <>
          <Button appearance="primary" onClick={() => window.location.reload()}>
            Try again
          </Button>
          <InBrowser />
        </>
      )
  }
}

/** Asks the person by Teams or Entra; while they answer, it cannot be pressed again. */
function Ask({ name, asked }: { readonly name: string; readonly asked: Asked }) {
  const [isAsking, setAsking] = useState(false)
  const press = async (): Promise<void> => {
    setAsking(true)
    await tokens.ask(asked)
    setAsking(false)
  }
  return (
    <Button appearance="primary" disabledFocusable={isAsking} onClick={() => void press()}>
      {name}
    </Button>
  )
}

function Again() {
  return <Button onClick={() => void tokens.again()}>Try again</Button>
}

/** The same page outside Teams, where one signs in as with any other page. */
function InBrowser() {
  return (
    <Button as="a" href={window.location.href} target="_blank" rel="noopener noreferrer">
      Open in the browser
    </Button>
  )
}
