import { useCallback, useLayoutEffect, useRef, useState } from 'react'

/**
 * Keeps the newest message in view for who was reading there; for others, and for who is typing in a card, it
 * only says that there is one, so that nothing jumps.
 */
export function useNewest(newest: string | undefined) {
  const log = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const [unseen, setUnseen] = useState(false)

  const toNewest = useCallback(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
    setUnseen(false)
  }, [])

  useLayoutEffect(() => {
    if (newest === undefined) return
    if (isAtEnd.current && !isTypingIn(log.current)) toNewest()
    else setUnseen(true)
  }, [newest, toNewest])

  const onScroll = useCallback(() => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = log.current ?? {}
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < 80
    if (isAtEnd.current) setUnseen(false)
  }, [])

  return { log, unseen, toNewest, onScroll }
}

const isTypingIn = (log: HTMLElement | null) =>
  log?.querySelector('input:focus, textarea:focus, select:focus') !== null
