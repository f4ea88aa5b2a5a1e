import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import type { SignInAs } from '#core/people/sign-in.ts'

import { routes } from '../../routes.ts'
import { HOW } from '../../sign-in/forget.ts'
import { signInAs } from '../../sign-in/tokens.ts'
import { useTroubleStyles } from './SignInTrouble.styles.ts'

/** For the administrator: the page of Entra on which they allow the product for everybody. */
export function ConsentLink() {
  const styles = useTroubleStyles()
  const { data } = useQuery<SignInAs>({ queryKey: [HOW], queryFn: signInAs })
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  if (data?.kind !== 'entra') return null
  const copy = async (): Promise<void> => {
    field.current?.select()
    // A frame of Teams may not be allowed to: the link is chosen then, and can be copied by hand.
    await navigator.clipboard.writeText(linkFor(data)).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <div>
      <label htmlFor="consent-link" className={styles.label}>
        Link for your Microsoft 365 administrator
      </label>
      <textarea id="consent-link" ref={field} readOnly className={styles.link} value={linkFor(data)} />
      <p>
        <Button onClick={() => void copy()}>Copy the link</Button> <output>{copied && 'Copied.'}</output>
      </p>
    </div>
  )
}

function linkFor({ authority, clientId }: Extract<SignInAs, { kind: 'entra' }>): string {
  const asked = new URLSearchParams({
    client_id: clientId,
    redirect_uri: `${window.location.origin}${routes.signIn}`,
  })
  return `${authority}/adminconsent?${asked}`
}
