import { useCallback, useEffect, useRef, useState } from 'react'

import { load } from './local-api.ts'

export type Polled<T> =
  | { readonly kind: 'loading' | 'signed-out' | 'unreachable' }
  /** `stale`: the newest try failed, so this is what it was before. */
  | { readonly kind: 'ready'; readonly value: T; readonly stale: boolean }

/** What is at `path` now, looked up every two seconds; `reload` looks at once and waits for it. */
export function usePolled<T>(path: string, parse: (json: unknown) => T) {
  const [state, setState] = useState<Polled<T>>({ kind: 'loading' })
  const polling = useRef<Polling>(undefined)
  useEffect(() => {
    const started = startPolling(path, parse, setState)
    polling.current = started
    return () => started.stop()
  }, [path, parse])
  const reload = useCallback(async () => polling.current?.reload(), [])
  return { state, reload }
}

type Polling = { readonly reload: () => Promise<void>; readonly stop: () => void }

/** One look at a time, in order: an older answer never overtakes a newer one. */
function startPolling<T>(
  path: string,
  parse: (json: unknown) => T,
  change: (next: (before: Polled<T>) => Polled<T>) => void,
): Polling {
  let tag: string | undefined
  let stopped = false
  let waiting = 0
  let last = Promise.resolve()

  async function look() {
    const loaded = await load(path, parse, tag)
    waiting -= 1
    if (stopped) return
    if (loaded.kind === 'fresh') {
      tag = loaded.tag
      change(() => ({ kind: 'ready', value: loaded.value, stale: false }))
    } else if (loaded.kind === 'same') change(asStale(false))
    else if (loaded.kind === 'signed-out') change(() => ({ kind: 'signed-out' }))
    else change(asStale(true))
  }

  async function reload() {
    waiting += 1
    last = last.then(look)
    return last
  }

  void reload()
  const timer = setInterval(() => {
    if (waiting === 0) void reload()
  }, 2000)
  return {
    reload,
    stop() {
      stopped = true
      clearInterval(timer)
    },
  }
}

const asStale =
  (stale: boolean) =>
  <T>(before: Polled<T>): Polled<T> => {
    if (before.kind !== 'ready') return { kind: 'unreachable' }
    return before.stale === stale ? before : { ...before, stale }
  }
