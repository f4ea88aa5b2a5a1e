import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localSignIn } from '#local/sign-in.ts'
import { endpoints } from '#server/http/serve-http.ts'
import type { ApiAnswer } from '#tests/fixtures/a-server.ts'

import { ANSWERS, ENGINES, actionAs, everybody, recordOne, served, withoutReference } from './served.ts'
import type { Served, Signed } from './served.ts'

const rows = endpoints(true).map(({ method, path }) => ({ method, path }))
const NOT_HERE = '00000000-0000-4000-8000-00000000dead'

describe.each(ENGINES)('the doors of the API, on %s', (engine) => {
  let house: Served
  let signed: Signed
  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
  })
  afterAll(() => house.close())

  const call = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${house.server.origin}${path}`, init)

  describe.each(rows)('$method $path', ({ method, path }) => {
    it('refuses a stranger, a made-up token, a changed token and one that is too old', async () => {
      const keyFile = join(house.server.dataDir, 'sign-in.key')
      const yesterday = localSignIn(keyFile, () => Date.now() - 24 * 3600 * 1000)
      const mine = signed.quinn.token
      const tokens = [
        undefined,
        'Bearer made-up',
        `Bearer ${mine.replace('quinn', 'bea')}`,
        `Bearer ${yesterday.tokenFor('quinn')}`,
        mine,
      ]
      for (const authorization of tokens) {
        const answer = await call(path.replace(':id', NOT_HERE), {
          method,
          headers: { ...(authorization !== undefined && { authorization }), 'idempotency-key': randomUUID() },
          ...(method === 'POST' && { body: '{}' }),
        })
        expect(answer.status).toBe(401)
        expect(answer.headers.get('content-type')).toBe('application/problem+json')
        expect(await answer.json()).toMatchObject({ status: 401, title: 'Please sign in' })
      }
    })
  })

  describe('what is not yours looks like what is not there', () => {
    const BYTES = [
      ['GET', '/api/actions/:action'],
      ['POST', '/api/actions/:action/child'],
      ['GET', '/api/duties/:duty'],
      ['POST', '/api/duties/:duty/answers'],
    ] as const
    it.each(BYTES)('%s %s', async (method, path) => {
      const { id, duty } = await recordOne(signed)
      const asGil = (action: string, of: string): Promise<ApiAnswer> => {
        const at = path.replace(':action', action).replace(':duty', of)
        return method === 'GET'
          ? signed.gil.get(at)
          : signed.gil.post(at, ANSWERS['report-done'], { ifMatch: 1 })
      }
      const foreign = await asGil(id, duty)
      const absent = await asGil(NOT_HERE, NOT_HERE)
      const odd = await asGil("x'--", '%00')
      expect(foreign.status).toBe(404)
      expect(withoutReference(foreign.text)).toBe(withoutReference(absent.text))
      expect(withoutReference(foreign.text)).toBe(withoutReference(odd.text))
      expect(namesOf(foreign)).toEqual(namesOf(absent))
      expect(await actionAs(signed.quinn, id)).toMatchObject({ version: 1, row: { state: 'open' } })
    })
  })

  describe('a body that is too large', () => {
    it('is refused by the API, however it is sent', async () => {
      const { id, duty } = await recordOne(signed)
      const body = JSON.stringify({ ...ANSWERS['report-done'], more: 'x'.repeat(65 * 1024) })
      const headers = {
        authorization: `Bearer ${signed.wes.token}`,
        'idempotency-key': randomUUID(),
        connection: 'close',
      }
      const at = `/api/duties/${duty}/answers`
      const whole = await call(at, { method: 'POST', headers, body })
      expect(whole.status).toBe(413)
      expect(whole.headers.get('content-type')).toBe('application/problem+json')
      const pieces = new Blob([body]).stream()
      const streamed = await call(at, {
        method: 'POST',
        headers,
        body: pieces,
        duplex: 'half',
      } as RequestInit)
      expect(streamed.status).toBe(413)
      expect((await actionAs(signed.quinn, id)).version).toBe(1)
    })

    it('is refused at the bot’s door', async () => {
      const answer = await call('/api/messages', {
        method: 'POST',
        headers: { connection: 'close' },
        body: JSON.stringify({ type: 'message', text: 'x'.repeat(257 * 1024) }),
      })
      expect(answer.status).toBe(413)
    })
  })

  describe('a route that is not there', () => {
    const WRONG = [
      ['GET', '/api/nothing'],
      ['POST', '/api/nothing'],
      ['PUT', '/api/me'],
      ['DELETE', '/api/me'],
      ['PATCH', `/api/actions/${NOT_HERE}`],
      ['GET', `/api/duties/${NOT_HERE}/answers`],
      ['GET', '/api/actions/x/y/z'],
    ] as const
    it.each(WRONG)('%s %s', async (method, path) => {
      const answer = await call(path, {
        method,
        headers: { authorization: `Bearer ${signed.quinn.token}` },
      })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(await answer.json()).toMatchObject({ title: 'There is no such page' })
    })
  })
})

/** The names of the headers: what is not yours must not differ in them either. */
function namesOf({ headers }: ApiAnswer): readonly string[] {
  return [...headers.keys()].toSorted()
}
