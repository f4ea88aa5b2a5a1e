import { useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import { openStream } from './api.ts'

const LONGEST_PAUSE_MS = 30_000
/** Topics that name one kind of query; any other (the clock moved, people changed) concerns all. */
const KINDS = new Set(['actions', 'duties', 'rounds'])

/** Keeps what is shown up to date while the page is open; reads all again after each break. */
export function useLive(): void {
  const client = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    void listen(client, stop.signal)
    return () => stop.abort()
  }, [client])
}

async function listen(client: QueryClient, signal: AbortSignal): Promise<void> {
  let failures = 0
  for (let connections = 0; !signal.aborted; connections += 1) {
    try {
      const stream = await openStream('/api/live', signal)
      if (connections > 0) void client.invalidateQueries()
      await readEvents(stream, (data) => {
        failures = 0
        refresh(client, topicsOf(data))
      })
    } catch {
      // A break is nothing to show: the next connection reads all again.
    }
    failures += 1
    await pause(Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** failures) * (0.5 + Math.random() / 2), signal)
  }
}

async function readEvents(stream: ReadableStream<Uint8Array>, onData: (data: string) => void): Promise<void> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const blocks = `${rest}${decoder.decode(value, { stream: true })}`.replaceAll('\r', '').split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line.startsWith('data:'))
      if (lines.length > 0) onData(lines.map((line) => line.slice(5).trimStart()).join('\n'))
    }
  }
}

function topicsOf(data: string): readonly string[] {
  const parsed: unknown = JSON.parse(data)
  if (typeof parsed !== 'object' || parsed === null || !('topics' in parsed)) return []
  return Array.isArray(parsed.topics) ? parsed.topics.filter((topic) => typeof topic === 'string') : []
}

function refresh(client: QueryClient, topics: readonly string[]): void {
  if (topics.some((topic) => !KINDS.has(topic))) void client.invalidateQueries()
  else for (const topic of topics) void client.invalidateQueries({ queryKey: [topic] })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
