import { randomUUID } from 'node:crypto'

import { Hono } from 'hono'

import type { SignIn } from '#core/people/sign-in.ts'
import type { Database } from '#store/database.ts'

import { problem } from '../problems/problems.ts'
import { no } from './say-no.ts'

const BEAT_MS = 20_000
/** After so long a stream ends: the tab opens the next, and is asked again who it is. */
const LONGEST_MS = 5 * 60_000
/** No list's name: whoever hears it asks for all that is shown. */
const EVERYTHING = '["everything"]'

/** Tells open screens which lists to ask for again. Topics only: what changed is asked for with its own right. */
export type Live = { readonly routes: Hono; close(): Promise<void> }

type Screen = ReadableStreamDefaultController<Uint8Array>

/** Server-sent events, read with `fetch` so that the bearer token travels in its header. */
export async function liveUpdates(database: Database, signIn: SignIn, longestMs = LONGEST_MS): Promise<Live> {
  const screens = new Set<Screen>()
  const encoder = new TextEncoder()
  const tellAll = (event: string): void => {
    for (const screen of screens) screen.enqueue(encoder.encode(`${event}\n\n`))
  }
  const tell = (topics: string): void => tellAll(`data: {"topics":${topics}}`)
  const stop = await database.listen('live', tell, () => tell(EVERYTHING))
  const beat = setInterval(() => tellAll(': still here'), BEAT_MS)
  const routes = new Hono()
  routes.get('/api/live', async (c) => {
    const signedIn = await signIn(c.req.header('authorization'))
    if (!signedIn.ok) return no(c, problem(signedIn.reason, randomUUID()))
    let mine: Screen
    let ends: NodeJS.Timeout
    const events = new ReadableStream<Uint8Array>({
      start(screen) {
        mine = screen
        screens.add(screen)
        screen.enqueue(encoder.encode('data: {"topics":[]}\n\n'))
        ends = setTimeout(() => {
          if (screens.delete(screen)) screen.close()
        }, longestMs)
        ends.unref()
      },
      cancel() {
        clearTimeout(ends)
        screens.delete(mine)
      },
    })
    return c.body(events, 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  })
  return {
    routes,
    async close() {
      clearInterval(beat)
      for (const screen of screens) screen.close()
      screens.clear()
      await stop()
    },
  }
}
