import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'

import type { BotTransport } from '#bot/transport/bot-transport.ts'
import type { Identify, SignIn, SignInAs } from '#core/people/sign-in.ts'
import type { Running } from '#store/running.ts'

import { actionEndpoints } from '../endpoints/actions/actions.ts'
import { importEndpoints } from '../endpoints/actions/import.ts'
import { caseEndpoints } from '../endpoints/cases.ts'
import { chronologyEndpoints } from '../endpoints/chronology.ts'
import { formEndpoints } from '../endpoints/close-the-loop.ts'
import { paperEndpoints } from '../endpoints/documents.ts'
import { dutyEndpoints } from '../endpoints/duties.ts'
import { escalationEndpoints } from '../endpoints/escalation.ts'
import { incidentEndpoints } from '../endpoints/incidents.ts'
import { involvementEndpoints } from '../endpoints/involvement.ts'
import { learningEndpoints } from '../endpoints/learning.ts'
import { panelDayEndpoints } from '../endpoints/panel-day.ts'
import { peopleEndpoints } from '../endpoints/people.ts'
import { accessEndpoints } from '../endpoints/people/access.ts'
import { directoryEndpoints } from '../endpoints/people/directory.ts'
import { firstRunEndpoints } from '../endpoints/people/first-run.ts'
import { supervisionEndpoints } from '../endpoints/people/supervision.ts'
import { promptEndpoints } from '../endpoints/prompts.ts'
import { returnEndpoints } from '../endpoints/returns.ts'
import { gridEndpoints } from '../endpoints/round/grid.ts'
import { roundEndpoints } from '../endpoints/round/rounds.ts'
import { schoolHolidayEndpoints } from '../endpoints/round/school-holidays.ts'
import { faultLine } from '../log.ts'
import type { Log } from '../log.ts'
import { CannotStart } from '../opening/open-store.ts'
import { problem } from '../problems/problems.ts'
import { api } from './api.ts'
import { botDoor } from './bot-door.ts'
import type { Live } from './live.ts'
import type { Outside } from './outside.ts'
import { pages, policy } from './pages.ts'
import { publicPages } from './public-pages.ts'
import { faultReason, no } from './say-no.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { ticketRoute } from './tickets.ts'

type Options = {
  readonly port: number
  /** The address on which it listens; this machine alone unless it is said. */
  readonly host?: string
  readonly dist: string
  readonly running: Running
  readonly outside: Outside
  readonly signIn: SignIn
  /** How the tab signs in; local mode's personas unless it is said. */
  readonly signInAs?: SignInAs
  /** Who a token names, known here or not: for whoever opens an invitation. None in local mode. */
  readonly identify?: Identify | undefined
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
  ...accessEndpoints,
  ...firstRunEndpoints,
  ...(local ? [] : directoryEndpoints),
  ...dutyEndpoints,
  ...actionEndpoints,
  ...importEndpoints,
  ...roundEndpoints,
  ...schoolHolidayEndpoints,
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

/** Nothing of ours uses them, and nothing in our frame may. */
const NO_DEVICES = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'
const HTTPS_FOR_TWO_YEARS = 'max-age=63072000'

/** At the end, whoever has not sent or read to the end by then is cut off: the work behind the doors comes first. */
const SLOWEST_MS = 10_000

type Doors = {
  ready(): void
  /** `/readyz` says 503 from now on; comes back when whoever asks it had so long to see that. */
  leave(seenMs: number): Promise<void>
  close(): Promise<void>
}

/** Opens every door; `/readyz` says 503 until `ready` is called. */
export async function serveHttp(options: Options): Promise<Doors> {
  let isReady = false
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    const { headers } = c.res
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Permissions-Policy', NO_DEVICES)
    // On one machine there is no HTTPS to insist on.
    if (options.signInAs?.kind === 'entra') headers.set('Strict-Transport-Security', HTTPS_FOR_TWO_YEARS)
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', policy(undefined))
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
    if (c.req.method === 'POST') options.changed()
  })
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    const reference = randomUUID()
    options.log('fault', { reference, ...faultLine(error) })
    return no(c, problem(faultReason(c, error), reference))
  })
  app.get('/livez', (c) => c.text('alive'))
  app.get('/readyz', (c) =>
    isReady ? c.text(options.isHeld() ? 'ready, sending is held' : 'ready') : c.text('not ready', 503),
  )
  app.route('/', botDoor(options.transport))
  app.route('/', options.live.routes)
  app.route('/', ticketRoute(options.outside))
  app.route('/', signInRoutes(options))
  app.route('/', api(options, endpoints(options.localRoutes !== undefined)))
  if (options.localRoutes) app.route('/local', options.localRoutes)
  app.route('/', publicPages())
  app.route('/', pages(options.dist, options.localRoutes !== undefined, options.signInAs))

  const server = await listen(app, options.port, options.host ?? '127.0.0.1')
  return {
    ready: () => void (isReady = true),
    async leave(seenMs) {
      isReady = false
      await pause(seenMs)
    },
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

function listen(app: Hono, port: number, hostname: string) {
  return new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new CannotStart(`Port ${port} is in use. Stop what is using it, or set PORT to another number.`)
          : error,
      ),
    )
  })
}
