import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ANSWERS, ENGINES, actionAs, everybody, recordOne, served } from './served.ts'
import type { Served, Signed } from './served.ts'

describe.each(ENGINES)('what is sent to the API, on %s', (engine) => {
  let house: Served
  let signed: Signed
  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
  })
  afterAll(() => house.close())

  const call = (path: string, init: RequestInit): Promise<Response> =>
    fetch(`${house.server.origin}${path}`, init)

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
      ['a day that is none', { ...fine, due: '2018-02-30' }, { due: 'This is not a day in the calendar.' }],
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
})
