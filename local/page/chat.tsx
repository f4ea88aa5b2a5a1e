import { Button, MessageBar, MessageBarBody, Subtitle2 } from '@fluentui/react-components'
import { useCallback, useMemo, useState } from 'react'

import { Compose } from './compose.tsx'
import { Frame, SignedOut, Waiting } from './frame.tsx'
import { send } from './local-api.ts'
import type { MessageActs } from './message.tsx'
import { Messages } from './messages.tsx'
import { parseAnswer, parseChat, parseTaken } from './page-data.ts'
import type { ChatView } from './page-data.ts'
import type { Look } from './theme.ts'
import { useNewest } from './use-newest.ts'
import { usePolled } from './use-polled.ts'

/** The personal chat with the bot, as Teams shows it. */
export function Chat({ look }: { readonly look: Look }) {
  const [last, setLast] = useState(100)
  const { state, reload } = usePolled(`/local/chat?last=${last}`, parseChat)
  const person = state.kind === 'ready' ? state.value.person.name : undefined
  return (
    <Frame screen="chat" look={look} person={person}>
      {state.kind === 'signed-out' && <SignedOut screen="chat" />}
      {state.kind === 'loading' && <Waiting />}
      {state.kind === 'unreachable' && <Unreachable />}
      {state.kind === 'ready' && (
        <>
          {state.stale && <Unreachable />}
          <OpenChat chat={state.value} reload={reload} showEarlier={() => setLast(last + 100)} />
        </>
      )}
    </Frame>
  )
}

function OpenChat(props: {
  readonly chat: ChatView
  readonly reload: () => Promise<void>
  readonly showEarlier: () => void
}) {
  const { chat, reload, showEarlier } = props
  const [status, announce] = useState('')
  const { log, unseen, toNewest, onScroll } = useNewest(chat.messages.at(-1)?.id)

  const acts = useMemo<MessageActs>(
    () => ({
      announce,
      async press(activityId, action) {
        const outcome = await send('/local/chat/press', { activityId, action }, parseAnswer)
        await reload()
        return outcome
      },
      async refresh(activityId) {
        await send('/local/chat/refresh', { activityId }, parseAnswer)
        await reload()
      },
    }),
    [reload],
  )
  const say = useCallback(
    async (text: string) => {
      const outcome = await send('/local/chat/say', { text }, parseTaken)
      await reload()
      toNewest()
      return outcome
    },
    [reload, toNewest],
  )

  return (
    <main className="chat">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a keyboard must be able to scroll it */}
      <div ref={log} className="scroll" role="log" aria-label="Messages" tabIndex={0} onScroll={onScroll}>
        <div className="column">
          {chat.earlier > 0 && <Button onClick={showEarlier}>Show {chat.earlier} earlier messages</Button>}
          {chat.messages.length === 0 && <Empty installed={chat.installed} />}
          <Messages messages={chat.messages} acts={acts} />
        </div>
      </div>
      {unseen && (
        <Button className="unseen" appearance="primary" shape="circular" onClick={toNewest}>
          New message
        </Button>
      )}
      <output className="unseen-by-eye">{status}</output>
      {chat.installed && <Compose say={say} />}
    </main>
  )
}

const Empty = ({ installed }: { readonly installed: boolean }) =>
  installed ? (
    <div className="empty">
      <Subtitle2 as="h2">Nothing is asked of you</Subtitle2>
      <p>When something is, Case Evaluations writes to you here. You can also write to it below.</p>
    </div>
  ) : (
    <div className="empty">
      <Subtitle2 as="h2">Case Evaluations is not installed for you in Teams</Subtitle2>
      <p>What is asked of you comes by mail instead: see your mailbox.</p>
    </div>
  )

const Unreachable = () => (
  <MessageBar intent="warning" layout="multiline" politeness="polite">
    <MessageBarBody>
      Case Evaluations can’t be reached just now. What you typed is still here, and this page tries again by
      itself.
    </MessageBarBody>
  </MessageBar>
)
