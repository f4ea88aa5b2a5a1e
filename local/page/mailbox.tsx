import { Body1, Caption1, Link, MessageBar, MessageBarBody, Subtitle2 } from '@fluentui/react-components'

import { Frame, SignedOut, Waiting } from './frame.tsx'
import { parseMailbox } from './page-data.ts'
import type { MailboxView } from './page-data.ts'
import { safeLink } from './safe-link.ts'
import type { Look } from './theme.ts'
import { usePolled } from './use-polled.ts'
import { dayOf, timeOf } from './when.ts'

/** The mails that were sent to this person, newest first. */
export function Mailbox({ look }: { readonly look: Look }) {
  const { state } = usePolled('/local/mailbox', parseMailbox)
  const isAway = state.kind === 'unreachable' || (state.kind === 'ready' && state.stale)
  const person = state.kind === 'ready' ? state.value.person.name : undefined
  return (
    <Frame screen="mailbox" look={look} person={person}>
      {isAway && (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>
            The mailbox can’t be reached just now. Nothing is lost, and this page tries again by itself.
          </MessageBarBody>
        </MessageBar>
      )}
      {state.kind === 'signed-out' && <SignedOut screen="mailbox" />}
      {state.kind === 'loading' && <Waiting />}
      {state.kind === 'ready' && (
        <main className="scroll">
          <div className="column">
            {state.value.mails.length === 0 ? <Empty /> : <Mails mails={state.value.mails} />}
          </div>
        </main>
      )}
    </Frame>
  )
}

const Mails = ({ mails }: Pick<MailboxView, 'mails'>) => (
  <ul className="mails">
    {mails.map((mail) => (
      <li key={mail.id} className="mail">
        <Subtitle2 as="h2" id={mail.id}>
          {mail.subject}
        </Subtitle2>
        <Caption1 block>
          <time dateTime={mail.storyAt}>
            {dayOf(mail.storyAt)}, {timeOf(mail.storyAt)}
          </time>
        </Caption1>
        <p className="mail-text">{mail.text}</p>
        <MailLink link={mail.link} describedBy={mail.id} />
        {mail.number !== '' && <Caption1 block>If you ring about this, quote {mail.number}.</Caption1>}
      </li>
    ))}
  </ul>
)

function MailLink({ link, describedBy }: { readonly link: string; readonly describedBy: string }) {
  const url = safeLink(link)
  if (url === undefined) return undefined
  return (
    <Link href={url.href} aria-describedby={describedBy}>
      Open in Case Evaluations
    </Link>
  )
}

const Empty = () => (
  <div className="empty">
    <Subtitle2 as="h2">No mail yet</Subtitle2>
    <Body1 as="p">When Case Evaluations writes to you by mail, you find it here.</Body1>
  </div>
)
