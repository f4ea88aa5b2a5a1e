import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { InvitedView } from '#core/people/access/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { usePeopleStyles } from './People.styles.ts'

type Props = {
  readonly name: string
  /** Where it went. */
  readonly mail: string
  readonly invited: InvitedView
}

type Came = NonNullable<InvitedView['mailed']>['came']

/** What came of an invitation, with its link as long as this page is open. */
export function Invited({ name, mail, invited: { path, until, mailed, replaced } }: Props) {
  if (replaced) return <Replaced mail={mail} came={mailed?.came} />
  const rule = `Whoever opens the link first becomes ${name} here. It is good once, until ${until}, and is not shown again.`
  const link = path !== null && <Link path={path} />
  switch (mailed?.came) {
    case 'sent':
      return (
        <Notice kind="done" title={`Sent to ${mail} on ${mailed.at}`}>
          <p>{rule}</p>
          {link}
        </Notice>
      )
    case 'not-sent':
      return (
        <Notice kind="trouble" title="The mail could not be sent" takesFocus>
          <p>
            {path === null
              ? 'Nothing went to them. Send it again: a new invitation takes the place of this one.'
              : 'Nothing went to them. The link is good all the same: copy it, and send it to them and to nobody else.'}
          </p>
          <p>{rule}</p>
          {link}
        </Notice>
      )
    case 'in-doubt':
      return (
        <Notice kind="trouble" title={`It is not known whether the mail to ${mail} went out`} takesFocus>
          <p>
            Ask them whether it came. If it did not, send another one in a minute; it takes the place of this
            one.
          </p>
          <p>{rule}</p>
          {link}
        </Notice>
      )
    case undefined:
      return (
        <Notice kind="done" title="Send this link to them, and to nobody else">
          <p>{rule}</p>
          {link}
        </Notice>
      )
  }
}

/** Somebody made another invitation while the mail of this one was on its way. */
function Replaced({ mail, came }: { readonly mail: string; readonly came: Came | undefined }) {
  return (
    <Notice kind="trouble" title="Another invitation took the place of this one" takesFocus>
      <p>{whatWentOut(mail, came)}</p>
      <p>
        The link of the other one is good. Ask whoever made it whether they sent it; or send a new invitation
        in a minute, which takes the place of that one.
      </p>
    </Notice>
  )
}

function whatWentOut(mail: string, came: Came | undefined): string {
  switch (came) {
    case 'sent':
      return `The mail with this one was sent to ${mail}, but the link in it is good no more.`
    case 'not-sent':
      return `Nothing went to ${mail}.`
    case 'in-doubt':
    case undefined:
      return `If a mail with this one arrives at ${mail}, the link in it is good no more.`
  }
}

function Link({ path }: { readonly path: string }) {
  const styles = usePeopleStyles()
  const [copied, setCopied] = useState(false)
  const link = `${window.location.origin}${path}`
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <>
      <p className={styles.note}>{link}</p>
      <p>
        <Button onClick={() => void copy().catch(() => setCopied(false))}>
          {copied ? 'It is copied' : 'Copy the link'}
        </Button>
      </p>
    </>
  )
}
