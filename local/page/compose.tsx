import { Button, MessageBar, MessageBarBody, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'

import type { Outcome } from './page-data.ts'

/** The box at the foot of the chat. Enter sends, Shift+Enter makes a new line. */
export function Compose({ say }: { readonly say: (text: string) => Promise<Outcome> }) {
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function onSend() {
    if (sending || text.trim() === '') return
    setSending(true)
    const outcome = await say(text)
    setSending(false)
    setTrouble(outcome.kind === 'error' ? outcome.message : undefined)
    if (outcome.kind === 'done') setText('')
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    void onSend()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void onSend()
  }

  return (
    <form className="compose" onSubmit={onSubmit}>
      {trouble !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      <div className="compose-row">
        <Textarea
          className="compose-text"
          aria-label="Type a message"
          placeholder="Type a message"
          rows={1}
          maxLength={10_000}
          value={text}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={onKeyDown}
        />
        <Button type="submit" appearance="primary" aria-label="Send message" disabledFocusable={sending}>
          Send
        </Button>
      </div>
    </form>
  )
}
