import { randomUUID } from 'node:crypto'

import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { joinSchema } from '#core/people/access/commands.ts'
import type { Identify, SignInAs } from '#core/people/sign-in.ts'
import { joinWith } from '#store/join.ts'
import type { Running } from '#store/running.ts'

import { hashOfCode } from '../endpoints/people/access.ts'
import { faultLine } from '../log.ts'
import type { Log } from '../log.ts'
import { problem } from '../problems/problems.ts'
import { faultReason, no } from './say-no.ts'

type Doors = {
  readonly running: Running
  readonly signInAs?: SignInAs
  readonly identify?: Identify | undefined
  readonly log: Log
}

const BODY_LIMIT = 4 * 1024

/**
 * The two doors before the table of endpoints: how to sign in, for nobody in particular; and joining with an
 * invitation, for somebody who is signed in with Entra and whom nobody here knows yet.
 */
export function signInRoutes({ running, signInAs = { kind: 'local' }, identify, log }: Doors): Hono {
  const routes = new Hono().get('/api/sign-in', (c) => c.json(signInAs))
  if (!identify) return routes
  return routes.post('/api/join', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
    const reference = randomUUID()
    try {
      const newcomer = await identify(c.req.header('authorization'))
      if (!newcomer.ok) {
        if (newcomer.reason !== 'not-signed-in')
          log('not-let-in', { route: '/api/join', why: newcomer.reason, reference })
        return no(c, problem(newcomer.reason, reference))
      }
      const said = joinSchema.safeParse(await c.req.json().catch(() => undefined))
      if (!said.success) return no(c, problem('no-such-invitation', reference))
      const joined = await joinWith(running, newcomer.value, hashOfCode(said.data.code), reference)
      if (joined.ok) return c.json({ joined: true })
      log('refused', { route: '/api/join', why: joined.reason, reference })
      return no(c, problem(joined.reason, reference))
    } catch (error) {
      log('fault', { route: '/api/join', reference, ...faultLine(error) })
      return no(c, problem(faultReason(c, error), reference))
    }
  })
}
