import { Avatar, Caption1, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

import { Card } from './card.tsx'
import type { ChatMessage, Outcome } from './page-data.ts'
import type { CardPress } from './render-card.ts'
import { follow } from './safe-link.ts'
import { timeOf } from './when.ts'

export type MessageActs = {
  readonly press: (id: string, action: (CardPress & { kind: 'send' })['action']) => Promise<Outcome>
  readonly refresh: (id: string) => Promise<void>
  /** Says a word to screen readers. */
  readonly announce: (words: string) => void
}

type Progress = { readonly kind: 'idle' | 'sending' } | { readonly kind: 'failed'; readonly message: string }

/** One message, as it stands now. */
export function Message({ message, acts }: { readonly message: ChatMessage; readonly acts: MessageActs }) {
  const article = useRef<HTMLElement>(null)
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  useRefreshInView(article, message, acts)

  async function onPress(chosen: CardPress) {
    if (chosen.kind === 'open') return follow(chosen.url)
    setProgress({ kind: 'sending' })
    acts.announce('Sending')
    const outcome = await acts.press(message.id, chosen.action)
    setProgress(outcome.kind === 'error' ? { kind: 'failed', message: outcome.message } : { kind: 'idle' })
    acts.announce(outcome.kind === 'error' ? outcome.message : 'Sent')
    keepFocusNear(article.current)
    return undefined
  }

  const isMine = message.from === 'person'
  const who = isMine ? 'You' : 'Case Evaluations'
  return (
    <article
      ref={article}
      tabIndex={-1}
      className={isMine ? 'message mine' : 'message'}
      aria-label={`${who}, ${timeOf(message.storyAt)}`}
    >
      {!isMine && <Avatar name="Case Evaluations" initials="CE" shape="square" size={28} aria-hidden />}
      <div className="message-body">
        <Caption1 className="message-when">
          {!isMine && 'Case Evaluations '}
          <time dateTime={message.storyAt}>{timeOf(message.storyAt)}</time>
        </Caption1>
        {message.text !== undefined && <p className="bubble">{message.text}</p>}
        {message.card !== undefined && (
          <Card
            key={message.version}
            card={message.card}
            sending={progress.kind === 'sending'}
            onPress={(chosen) => void onPress(chosen)}
          />
        )}
        {message.note !== undefined && <p className="note">{message.note}</p>}
        {progress.kind === 'sending' && <Spinner size="tiny" label="Sending" className="note" />}
        {progress.kind === 'failed' && <Failed message={progress.message} />}
      </div>
    </article>
  )
}

/** Said beneath the card, and brought into view: the button that was pressed may be the last thing on screen. */
const Failed = ({ message }: { readonly message: string }) => (
  <MessageBar ref={intoView} intent="error" layout="multiline">
    <MessageBarBody>{message}</MessageBarBody>
  </MessageBar>
)

const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' })

/** A replaced card takes the focus with it; the keyboard then goes on from the message. */
function keepFocusNear(article: HTMLElement | null) {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) article?.focus()
  })
}

/** As Teams does: a card that can refresh itself asks once, when it comes into view. */
function useRefreshInView(
  article: React.RefObject<HTMLElement | null>,
  { id, refreshes }: ChatMessage,
  { refresh }: MessageActs,
) {
  const asked = useRef(false)
  useEffect(() => {
    if (!refreshes || asked.current || article.current === null) return undefined
    const observer = new IntersectionObserver((entries) => {
      if (asked.current || !entries.some((entry) => entry.isIntersecting)) return
      asked.current = true
      observer.disconnect()
      void refresh(id)
    })
    observer.observe(article.current)
    return () => observer.disconnect()
  }, [article, id, refreshes, refresh])
}
