import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { endpoints } from '#server/http/serve-http.ts'
import type { ApiAnswer } from '#tests/fixtures/a-server.ts'

import { ANSWERS, ENGINES, actionAs, everybody, recordOne, served } from './served.ts'
import type { Served, Signed } from './served.ts'

const changes = endpoints(true).filter(({ method }) => method === 'POST')
const NOT_HERE = '00000000-0000-4000-8000-00000000dead'

describe.each(ENGINES)('a change over the API, on %s', (engine) => {
  let house: Served
  let signed: Signed
  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
  })
  afterAll(() => house.close())

  const call = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${house.server.origin}${path}`, init)

  describe.each(changes)('$method $path', ({ path }) => {
    it('asks for a key of 8 to 200 characters', async () => {
      const authorization = `Bearer ${signed.quinn.token}`
      for (const key of [undefined, 'short', 'x'.repeat(201)]) {
        const answer = await call(path.replace(':id', NOT_HERE), {
          method: 'POST',
          headers: { authorization, ...(key !== undefined && { 'idempotency-key': key }) },
          body: '{}',
        })
        expect(answer.status).toBe(400)
        expect(await answer.json()).toMatchObject({ title: 'The request has no key' })
      }
    })
  })

  describe('a change is made once', () => {
    it('a repeated key gets the first answer again, and nothing is written twice', async () => {
      const { id, duty } = await recordOne(signed)
      const key = randomUUID()
      const send = (): Promise<ApiAnswer> =>
        signed.wes.post(`/api/duties/${duty}/answers`, ANSWERS['report-done'], { key })
      const [first, ...others] = await Promise.all([send(), send(), send()])
      others.push(await send())
      expect(first.status).toBe(200)
      for (const other of others) expect(other.text).toBe(first.text)
      const { history, version } = await actionAs(signed.quinn, id)
      expect(history.map(({ what }) => what)).toEqual(['Said that it is done', 'Recorded the action'])
      expect(version).toBe(2)
    })

    it('a recording that is repeated makes one action', async () => {
      const key = randomUUID()
      const said = {
        case: 'case-n-08',
        owner: 'worker-n08',
        raiser: 'lead-edu',
        what: 'Ring the school on Friday.',
        help: 'The school says so.',
        due: '2018-06-29',
      }
      const answers = await Promise.all([1, 2, 3].map(() => signed.quinn.post('/api/actions', said, { key })))
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      const tracker = await signed.quinn.get('/api/actions')
      expect(tracker.text.split('Ring the school on Friday.').length - 1).toBe(1)
    })

    it('a key that comes again with other words is refused and changes nothing', async () => {
      const { id, duty } = await recordOne(signed)
      const key = randomUUID()
      const at = `/api/duties/${duty}/answers`
      await signed.wes.post(at, ANSWERS['report-done'], { key })
      const again = await signed.wes.post(
        at,
        { ...ANSWERS['report-done'], evidence: 'Something else.' },
        { key },
      )
      expect(again).toMatchObject({ status: 422, body: { title: 'This was sent before with other words' } })
      const elsewhere = await signed.wes.post(at, ANSWERS.question, { key })
      expect(elsewhere.status).toBe(422)
      expect((await actionAs(signed.quinn, id)).version).toBe(2)
    })

    it('the same key of two people is two keys', async () => {
      const one = await recordOne(signed)
      const key = randomUUID()
      await signed.wes.post(`/api/duties/${one.duty}/answers`, ANSWERS['report-done'], { key })
      const { duty } = await actionAs(signed.eve, one.id)
      const other = await signed.eve.post(`/api/duties/${duty?.id}/answers`, ANSWERS.confirm, { key })
      expect(other.status).toBe(200)
    })

    it('a refused request uses up no key', async () => {
      const { duty } = await recordOne(signed)
      const key = randomUUID()
      const at = `/api/duties/${duty}/answers`
      const early = { ...ANSWERS['ask-for-time'], until: '2018-06-20' }
      expect((await signed.wes.post(at, early, { key })).status).toBe(422)
      expect((await signed.wes.post(at, ANSWERS['ask-for-time'], { key })).status).toBe(200)
    })
  })

  describe('a change to what somebody else changed meanwhile', () => {
    it('is refused with 412 and changes nothing; the version that was seen goes through', async () => {
      const { id, duty } = await recordOne(signed)
      const seen = await signed.wes.get(`/api/duties/${duty}`)
      expect(seen.headers.get('etag')).toBe('"1"')
      await signed.bea.post('/api/actions/chase', { actions: [id] })
      const at = `/api/duties/${duty}/answers`
      const stale = await signed.wes.post(at, ANSWERS['report-done'], { ifMatch: 1 })
      expect(stale).toMatchObject({ status: 412, body: { title: 'Somebody changed this meanwhile' } })
      expect(await actionAs(signed.quinn, id)).toMatchObject({ version: 2, row: { state: 'open' } })
      const fresh = await signed.wes.post(at, ANSWERS['report-done'], { ifMatch: 2 })
      expect(fresh.status).toBe(200)
      expect(fresh.headers.get('etag')).toBe('"3"')
      expect((await actionAs(signed.quinn, id)).version).toBe(3)
    })

    it.each(['W/"1"', '1', '"one"', '"0"', '"999999999999"'])(
      'a version that we never gave out is stale, too: %s',
      async (version) => {
        const { id, duty } = await recordOne(signed)
        const answer = await call(`/api/duties/${duty}/answers`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${signed.wes.token}`,
            'idempotency-key': randomUUID(),
            'if-match': version,
          },
          body: JSON.stringify(ANSWERS['report-done']),
        })
        expect(answer.status).toBe(412)
        expect((await actionAs(signed.quinn, id)).row.state).toBe('open')
      },
    )
  })
})
