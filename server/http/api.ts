import { randomUUID } from 'node:crypto'

import { Hono } from 'hono'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type * as z from 'zod/mini'

import { dayOf } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import type { SignIn } from '#core/people/sign-in.ts'
import { storable } from '#core/storable.ts'
import { storyNow } from '#store/clock.ts'
import { findActor } from '#store/people.ts'
import type { Running } from '#store/running.ts'

import type { Call, Endpoint } from '../endpoint.ts'
import { faultLine } from '../log.ts'
import type { Log } from '../log.ts'
import { problem } from '../problems/problems.ts'
import type { Problem } from '../problems/problems.ts'
import { openApi } from './open-api.ts'
import type { Outside } from './outside.ts'
import { faultReason, no } from './say-no.ts'

type Doors = {
  readonly running: Running
  readonly outside: Outside
  readonly signIn: SignIn
  readonly log: Log
}

const BODY_LIMIT = 64 * 1024

/** The HTTP API: every route comes from the table, and there is no other. */
export function api(doors: Doors, endpoints: readonly Endpoint[]): Hono {
  const app = new Hono()
  app.get('/api/openapi.json', (c) => c.json(openApi(endpoints)))
  for (const row of endpoints) app.on(row.method, row.path, upTo(row.mostBytes), (c) => serve(doors, row, c))
  app.all('/api/*', (c) => no(c, problem('no-such-page', randomUUID())))
  return app
}

function upTo(maxSize = BODY_LIMIT) {
  return bodyLimit({ maxSize, onError: (c) => no(c, problem('too-large', randomUUID())) })
}

async function serve(doors: Doors, row: Endpoint, c: Context): Promise<Response> {
  const reference = randomUUID()
  try {
    const signedIn = await doors.signIn(c.req.header('authorization'))
    if (!signedIn.ok) {
      // Without a token somebody has only not begun yet; any other "no" is worth knowing.
      if (signedIn.reason !== 'not-signed-in')
        doors.log('not-let-in', { route: row.path, why: signedIn.reason, reference })
      return no(c, problem(signedIn.reason, reference))
    }
    const call = await callOf(doors, row, c, signedIn.value, reference)
    if ('status' in call) return no(c, call)
    const answer = await row.run(call)
    if (!answer.ok) {
      if (answer.reason === 'unknown-person') throw new NobodyHere(FORGOTTEN)
      doors.log('refused', { route: row.path, why: answer.reason, reference })
      const { claims } = answer
      const said = problem(answer.reason, reference, undefined, answer.about)
      return no(c, claims === undefined ? said : { ...said, claims })
    }
    const { body, status, version } = answer.value
    if (version !== undefined) c.header('ETag', `"${version}"`)
    return c.json(row.output.parse(body) as object, status ?? 200)
  } catch (error) {
    if (error instanceof NobodyHere) return no(c, problem('not-signed-in', reference))
    doors.log('fault', { route: row.path, reference, ...faultLine(error) })
    return no(c, problem(faultReason(c, error), reference))
  }
}

async function callOf(
  { running, outside }: Doors,
  row: Endpoint,
  c: Context,
  person: PersonId,
  id: string,
): Promise<Call<unknown> | Problem> {
  const key = c.req.header('idempotency-key') ?? ''
  if (row.method === 'POST' && (key.length < 8 || key.length > 200)) return problem('no-idempotency-key', id)
  const ifMatch = c.req.header('if-match')
  const version = /^"(\d+)"$/.exec(ifMatch ?? '')?.[1]
  // A version that we never gave out is nobody's: taken as none, it would overwrite what was not seen.
  if (ifMatch !== undefined && version === undefined) return problem('changed-meanwhile', id)
  const input = row.input ? await parseBody(row, row.input, c, id) : { ok: true as const, input: null }
  if (!input.ok) return input.problem
  return {
    running,
    outside,
    request: { person, channel: 'tab', id, key: `${person}:${key}` },
    params: storables(c.req.param() as Record<string, string>),
    query: storables(c.req.query()),
    input: input.input,
    bearer: (c.req.header('authorization') ?? '').replace(/^bearer +/i, ''),
    ifMatch: version === undefined ? undefined : Number(version),
    look: (work) =>
      running.database.transact({ as: 'web', person }, async (trx) => {
        const today = dayOf(await storyNow(trx, running.realNow))
        const actor = await findActor(trx, person, today)
        if (!actor) throw new NobodyHere(FORGOTTEN)
        return work({ trx, actor, today })
      }),
  }
}

/** Signed in, and gone from our records by the time that they are asked. */
class NobodyHere extends Error {}
const FORGOTTEN = 'a token of somebody who is no longer known'

function storables(given: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).map(([name, text]) => [name, storable(text)]))
}

type Parsed =
  | { readonly ok: true; readonly input: unknown }
  | { readonly ok: false; readonly problem: Problem }

/** The body against its schema; every complaint under its field, in a sentence for people. */
async function parseBody(
  row: Endpoint,
  schema: z.ZodMiniType,
  c: Context,
  reference: string,
): Promise<Parsed> {
  const parsed = schema.safeParse(readJson(await c.req.text()))
  if (parsed.success) return { ok: true, input: parsed.data }
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) {
    const place = row.places ? path.join('.') : String(path[0] ?? '')
    fields[place === '' ? 'form' : place] ??= message
  }
  return { ok: false, problem: problem('bad-input', reference, fields) }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))
  } catch {
    return undefined
  }
}
