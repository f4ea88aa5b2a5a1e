import { randomUUID } from 'node:crypto'

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'

import type { BotTransport } from '#bot/transport/bot-transport.ts'
import type { Running } from '#store/run.ts'

import { api } from './api.ts'
import type { SignIn } from './api.ts'
import { actionEndpoints } from './endpoints/actions/actions.ts'
import { importEndpoints } from './endpoints/actions/import.ts'
import { caseEndpoints } from './endpoints/cases.ts'
import { chronologyEndpoints } from './endpoints/chronology.ts'
import { formEndpoints } from './endpoints/close-the-loop.ts'
import { paperEndpoints } from './endpoints/documents.ts'
import { dutyEndpoints } from './endpoints/duties.ts'
import { escalationEndpoints } from './endpoints/escalation.ts'
import { incidentEndpoints } from './endpoints/incidents.ts'
import { involvementEndpoints } from './endpoints/involvement.ts'
import { learningEndpoints } from './endpoints/learning.ts'
import { panelDayEndpoints } from './endpoints/panel-day.ts'
import { peopleEndpoints } from './endpoints/people.ts'
import { supervisionEndpoints } from './endpoints/people/supervision.ts'
import { promptEndpoints } from './endpoints/prompts.ts'
import { returnEndpoints } from './endpoints/returns.ts'
import { gridEndpoints } from './endpoints/round/grid.ts'
import { roundEndpoints } from './endpoints/round/rounds.ts'
import type { Live } from './live.ts'
import { faultLine } from './log.ts'
import type { Log } from './log.ts'
import { CannotStart } from './open-store.ts'
import type { Outside } from './outside.ts'
import { pages, policy } from './pages.ts'
import { problem } from './problems.ts'
import { ticketRoute } from './tickets.ts'

type Options = {
  readonly port: number
  readonly dist: string
  readonly running: Running
  readonly outside: Outside
  readonly signIn: SignIn
  readonly transport: BotTransport
  readonly live: Live
  readonly log: Log
  /** Local mode's own routes, mounted at `/local`; none in production. */
  readonly localRoutes: Hono | undefined
  /** Called after every change, so that what it made due goes out at once. */
  readonly changed: () => void
  /** Whether this copy of the data may send nothing yet. */
  readonly isHeld: () => boolean
}

/** Every row of the API: from it come routes, OpenAPI and the tests of access. */
export const endpoints = (local: boolean) => [
  ...peopleEndpoints(local),
  ...dutyEndpoints,
  ...actionEndpoints,
  ...importEndpoints,
  ...roundEndpoints,
  ...returnEndpoints,
  ...involvementEndpoints,
  ...formEndpoints,
  ...escalationEndpoints,
  ...caseEndpoints,
  ...gridEndpoints,
  ...chronologyEndpoints,
  ...paperEndpoints,
  ...panelDayEndpoints,
  ...incidentEndpoints,
  ...supervisionEndpoints,
  ...learningEndpoints,
  ...promptEndpoints,
]

const BOT_BODY_LIMIT = 256 * 1024
/** At the end, whoever has not sent or read to the end by then is cut off: the work behind the doors comes first. */
const SLOWEST_MS = 10_000

/** Listens on loopback; `/readyz` says 503 until `ready` is called. */
export async function serveHttp(options: Options): Promise<{ ready(): void; close(): Promise<void> }> {
  let isReady = false
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policy(undefined))
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    if (c.req.method === 'POST') options.changed()
  })
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    const reference = randomUUID()
    options.log('fault', { reference, ...faultLine(error) })
    return c.body(JSON.stringify(problem('fault', reference)), 500, {
      'Content-Type': 'application/problem+json',
    })
  })
  app.get('/livez', (c) => c.text('alive'))
  app.get('/readyz', (c) =>
    isReady ? c.text(options.isHeld() ? 'ready, sending is held' : 'ready') : c.text('starting', 503),
  )
  app.post('/api/messages', bodyLimit({ maxSize: BOT_BODY_LIMIT }), async (c) => {
    const headers = { authorization: c.req.header('authorization') }
    const body: unknown = await c.req.json().catch(() => undefined)
    const answer = await options.transport.handle({ headers, body })
    return answer.body === undefined
      ? c.body(null, answer.status as 200)
      : c.json(answer.body, answer.status as 200)
  })
  app.route('/', options.live.routes)
  app.route('/', ticketRoute(options.outside))
  app.route('/', api(options, endpoints(options.localRoutes !== undefined)))
  if (options.localRoutes) app.route('/local', options.localRoutes)
  app.route('/', pages(options.dist, options.localRoutes !== undefined))

  const server = await listen(app, options.port)
  return {
    ready: () => void (isReady = true),
    close: () =>
      new Promise((done) => {
        isReady = false
        const slowest = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections()
        }, SLOWEST_MS)
        server.close(() => {
          clearTimeout(slowest)
          done()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

function listen(app: Hono, port: number) {
  return new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(`Port ${port} is in use. Stop what is using it, or set PORT to another number.`)
          : error,
      ),
    )
  })
}
