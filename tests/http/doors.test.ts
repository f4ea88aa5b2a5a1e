import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { localSignIn } from '#local/sign-in.ts'
import { endpoints } from '#server/serve-http.ts'
import type { ApiAnswer } from '#tests/fixtures/a-server.ts'

import { ANSWERS, ENGINES, actionAs, everybody, recordOne, served, withoutReference } from './served.ts'
import type { Served, Signed } from './served.ts'

const rows = endpoints(true).map(({ method, path }) => ({ method, path }))
const changes = rows.filter(({ method }) => method === 'POST')
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

  describe('what cannot be taken says so under its field', () => {
    const fine = {
      case: 'case-n-08',
      owner: 'worker-n08',
      raiser: 'lead-edu',
      what: 'Write to the school.',
      help: 'The letter is there.',
      due: '2018-06-29',
    }
    const RECORDING: readonly [string, object, Readonly<Record<string, string>>][] = [
      ['no case', { ...fine, case: undefined }, { case: 'Choose a case.' }],
      ['an unknown case', { ...fine, case: 'case-x' }, { case: 'Choose a case from the list.' }],
      ['no owner', { ...fine, owner: '' }, { owner: 'Choose who will do it.' }],
      ['no raiser', { ...fine, raiser: 7 }, { raiser: 'Choose who asked for it.' }],
      ['an unknown owner', { ...fine, owner: 'nobody' }, { owner: 'Choose a post from the list.' }],
      [
        'owner and raiser of one agency',
        { ...fine, raiser: 'lead-csc' },
        { raiser: 'Choose a raiser from another agency: nobody confirms their own work.' },
      ],
      ['nothing to do', { ...fine, what: '  ' }, { what: 'Say what will be done.' }],
      [
        'too long for a card',
        { ...fine, what: 'x'.repeat(301) },
        { what: 'This is too long for a card: 300 characters at most.' },
      ],
      ['no help', { ...fine, help: null }, { help: 'Say how we will know that it helped.' }],
      [
        'too long a help',
        { ...fine, help: 'x'.repeat(2001) },
        { help: 'This is too long: 2,000 characters at most.' },
      ],
      ['no day', { ...fine, due: 20_180_629 }, { due: 'Give a day, for example 22 6 2018.' }],
      [
        'a day that is none',
        { ...fine, due: '2018-02-30' },
        { due: 'This is not a day in the calendar.' },
      ],
      ['a day that has passed', { ...fine, due: '2018-06-17' }, { due: 'Choose today or a later day.' }],
      [
        'the name of the child',
        { ...fine, what: 'See Wren at home.' },
        { what: 'The text goes onto cards and mails. Take out the name, initials or date of birth.' },
      ],
    ]
    it.each(RECORDING)('recording: %s', async (_, said, fields) => {
      const before = await signed.quinn.get('/api/actions')
      const answer = await signed.quinn.post('/api/actions', said)
      expect(answer).toMatchObject({ status: 422, body: { fields } })
      expect(Object.keys((answer.body as { fields: object }).fields)).toEqual(Object.keys(fields))
      expect((await signed.quinn.get('/api/actions')).text).toBe(before.text)
    })

    it('every field that is missing has its own sentence', async () => {
      const answer = await signed.quinn.post('/api/actions', {})
      expect(answer.body).toMatchObject({
        fields: {
          case: 'Choose a case.',
          owner: 'Choose who will do it.',
          raiser: 'Choose who asked for it.',
          what: 'Say what will be done.',
          help: 'Say how we will know that it helped.',
          due: 'Give a day, for example 22 6 2018.',
        },
      })
    })

    const ANSWERING: readonly [string, object, Readonly<Record<string, string>>][] = [
      ['no deed', {}, { deed: 'Choose an answer.' }],
      ['a deed that is none', { deed: 'approve' }, { deed: 'Choose an answer.' }],
      [
        'done, without a word',
        { deed: 'report-done' },
        {
          whatWasDone: 'Say what was done.',
          evidence: 'Say how you know: what was seen, recorded or told.',
        },
      ],
      [
        'done, in too many words',
        { ...ANSWERS['report-done'], evidence: 'x'.repeat(2001) },
        { evidence: 'This is too long: 2,000 characters at most.' },
      ],
      [
        'more time, without day and reason',
        { deed: 'ask-for-time' },
        { until: 'Give a day, for example 22 6 2018.', reason: 'Say why more time is needed.' },
      ],
      [
        'more time, until a day before',
        { ...ANSWERS['ask-for-time'], until: '2018-06-29' },
        { until: 'Choose a day after the one that the action has now.' },
      ],
      [
        'not right, without saying what',
        { deed: 'question', reason: 'Because.' },
        { question: 'Choose what is not right.' },
      ],
    ]
    it.each(ANSWERING)('answering: %s', async (_, said, fields) => {
      const { id, duty } = await recordOne(signed)
      const answer = await signed.wes.post(`/api/duties/${duty}/answers`, said)
      expect(answer).toMatchObject({ status: 422, body: { fields } })
      expect((await actionAs(signed.quinn, id)).version).toBe(1)
    })

    it.each(['', 'no json', '[]', '"text"', 'null', '{"deed":{"toString":1}}'])(
      'a body that is none: %s',
      async (body) => {
        const { duty } = await recordOne(signed)
        const answer = await call(`/api/duties/${duty}/answers`, {
          method: 'POST',
          headers: { authorization: `Bearer ${signed.wes.token}`, 'idempotency-key': randomUUID() },
          body,
        })
        expect(answer.status).toBe(422)
        expect(await answer.json()).toMatchObject({ status: 422, fields: {} })
      },
    )

    it('characters that no database keeps are taken out, not failed on', async () => {
      const what = 'Ring \0the school\uD800 once.'
      const { id } = await recordOne(signed, { what, help: '\0It says so.' })
      expect(await actionAs(signed.quinn, id)).toMatchObject({ row: { what: 'Ring the school\uFFFD once.' } })
      const { duty } = await actionAs(signed.wes, id)
      const said = { ...ANSWERS['report-done'], evidence: 'Heard\0 it.\uDC00' }
      const answer = await signed.wes.post(`/api/duties/${duty?.id}/answers`, said)
      expect(answer.status).toBe(200)
      expect((await signed.quinn.post('/api/actions', { ...fine, case: '\0' })).status).toBe(422)
      expect((await signed.bea.post('/api/actions/chase', { actions: ['\0'] })).status).toBe(409)
    })

    it('a group of the tracker that is none', async () => {
      expect((await signed.quinn.get('/api/actions?group=urgent')).status).toBe(422)
    })

    it('a page key that is none begins at the beginning', async () => {
      const whole = await signed.bea.get('/api/asked')
      for (const after of ['2018-13-40.x', '2018-06-20', "2018-06-20.' or 1=1 --", '2018-06-20.\0'])
        expect((await signed.bea.get(`/api/asked?after=${encodeURIComponent(after)}`)).status).toBe(200)
      expect(whole.status).toBe(200)
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
      expect(whole.status).toBe(422)
      expect(whole.headers.get('content-type')).toBe('application/problem+json')
      const pieces = new Blob([body]).stream()
      const streamed = await call(at, {
        method: 'POST',
        headers,
        body: pieces,
        duplex: 'half',
      } as RequestInit)
      expect(streamed.status).toBe(422)
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
