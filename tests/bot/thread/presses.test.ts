import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ANSWERS, ENGINES, actionAs, actionIn, everybody, recordOne, served } from '#tests/http/served.ts'
import type { Recorded, Served, Signed } from '#tests/http/served.ts'

import { chatOf, teamsSends, textsOn } from './chat.ts'
import type { Card, Chat, Pressed } from './chat.ts'

const NOT_HERE = '00000000-0000-4000-8000-00000000dead'
const ANSWERED = /^You answered this on 18 June at 10:\d\d\. Nothing more to do\.$/
const SAID = ANSWERS['report-done']

const done = (duty: string): Pressed => ({ verb: 'answer', data: { duty, ...SAID } })

describe.each(ENGINES)('a card that is pressed more than once, or by somebody else, on %s', (engine) => {
  let house: Served
  let signed: Signed
  let wes: Chat
  /** What was answered once, whatever else was pressed: checked in the database at the end. */
  const onceOnly: string[] = []
  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
    wes = chatOf(signed.wes)
  })
  afterAll(() => house.close())

  async function asked(): Promise<Recorded & { readonly message: string }> {
    const action = await recordOne(signed)
    return { ...action, message: (await wes.asks(action.duty)).id }
  }

  async function answeredOnce(action: Recorded): Promise<void> {
    const { history, version } = await actionAs(signed.quinn, action.id)
    expect(history.map(({ what }) => what)).toEqual(['Said that it is done', 'Recorded the action'])
    expect(version).toBe(2)
    onceOnly.push(action.id)
  }

  it('an old copy says when it was answered', async () => {
    const waiting = (await signed.wes.get('/api/waiting')).body as {
      items: { subject: string; duty: string }[]
    }
    const { duty = '', subject: action = '' } = waiting.items.find((item) => item.subject !== '') ?? {}
    const copies = (await wes.messages()).filter(({ card }) => JSON.stringify(card).includes(duty))
    expect(copies.length).toBeGreaterThan(2)
    const [oldest, older] = copies
    await wes.send(copies.at(-1)?.id ?? '', done(duty))
    const form = await wes.press(oldest?.id ?? '', 'It is done')
    expect(textsOn(form)[1]).toMatch(ANSWERED)
    const pressed = await wes.send(older?.id ?? '', { verb: 'answer', data: { duty, deed: 'confirm' } })
    expect(textsOn(pressed.card)[1]).toMatch(ANSWERED)
    await answeredOnce({ id: action, duty, number: '' })
  })

  it('pressed twice: one change, and the same receipt', async () => {
    const action = await asked()
    const first = await wes.send(action.message, done(action.duty))
    const second = await wes.send(action.message, done(action.duty))
    expect(textsOn(first.card)[1]).toMatch(ANSWERED)
    expect(second).toEqual(first)
    await answeredOnce(action)
  })

  it('pressed twice with other words: the first words stand', async () => {
    const action = await asked()
    await wes.send(action.message, done(action.duty))
    const other = { verb: 'answer', data: { duty: action.duty, ...ANSWERS.question } }
    expect(textsOn((await wes.send(action.message, other)).card)[1]).toMatch(ANSWERED)
    await answeredOnce(action)
  })

  it('pressed five times at once: one change, one receipt for all', async () => {
    const action = await asked()
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => wes.send(action.message, done(action.duty))))
    for (const { card } of answers) expect(textsOn(card)[1]).toMatch(ANSWERED)
    await answeredOnce(action)
  })

  it('two different answers at once: one of them counts', async () => {
    const action = await asked()
    const [one, two] = await Promise.all([
      wes.send(action.message, done(action.duty)),
      wes.send(action.message, { verb: 'answer', data: { duty: action.duty, ...ANSWERS['ask-for-time'] } }),
    ])
    expect(textsOn(one.card)[1]).toMatch(ANSWERED)
    expect(textsOn(two.card)).toEqual(textsOn(one.card))
    expect((await actionAs(signed.quinn, action.id)).history).toHaveLength(2)
  })

  it('the same activity again, and five times at once: the same bytes', async () => {
    const action = await asked()
    const activity = `f:${randomUUID()}`
    const press = { ...done(action.duty), message: action.message, activity }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => teamsSends(house.server, 'wes', press)))
    answers.push(await teamsSends(house.server, 'wes', press))
    expect(answers[0]?.status).toBe(200)
    expect(answers[0]?.text).toContain('Nothing more to do.')
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    await answeredOnce(action)
  })

  it('the same activity with other data is not a second answer', async () => {
    const [one, two] = [await asked(), await asked()]
    const activity = `f:${randomUUID()}`
    await teamsSends(house.server, 'wes', { ...done(one.duty), message: one.message, activity })
    await teamsSends(house.server, 'wes', { ...done(two.duty), message: two.message, activity })
    await answeredOnce(one)
    expect((await actionAs(signed.quinn, two.id)).version).toBe(1)
  })

  it('the same activity after a restart, when nothing in memory knows it', async () => {
    const action = await asked()
    const press = { ...done(action.duty), message: action.message, activity: `f:${randomUUID()}` }
    const first = await teamsSends(house.server, 'wes', press)
    const server = await house.restarted()
    expect(await teamsSends(server, 'wes', press)).toEqual(first)
    await answeredOnce(action)
  })

  describe('pressed by somebody else', () => {
    it.each(['dee', 'gil'])(
      'whom it does not concern: the same bytes as for a duty that is not there (%s)',
      async (who) => {
        const action = await asked()
        const verbs = [{ verb: 'look', data: {} }, done(''), { verb: 'answer', data: ANSWERS.confirm }]
        for (const { verb, data } of verbs) {
          const at = (duty: unknown): Promise<{ status: number; text: string }> =>
            teamsSends(house.server, who, { verb, data: { ...data, duty }, message: action.message })
          const foreign = await at(action.duty)
          expect(foreign.status).toBe(200)
          expect(foreign.text).toContain('This card is not for you')
          for (const absent of [NOT_HERE, '', '\0', 'x'.repeat(5000), "' or 1=1", undefined, null, 7, {}, []])
            expect(await at(absent)).toEqual(foreign)
        }
        expect((await actionAs(signed.quinn, action.id)).version).toBe(1)
      },
    )

    it('whom nobody knows here: the same card', async () => {
      const action = await asked()
      for (const press of [done(action.duty), { verb: 'look', data: { duty: action.duty } }]) {
        const answer = await teamsSends(house.server, 'nobody', { ...press, message: action.message })
        expect(answer.text).toContain('This card is not for you')
        expect(answer.text).not.toContain('N-08')
      }
      expect((await actionAs(signed.quinn, action.id)).version).toBe(1)
    })

    it.each(['sam', 'ada', 'eve', 'bea', 'quinn'] as const)(
      'who may see it but does not owe it: nothing changes, and nothing is offered (%s)',
      async (who) => {
        const action = await asked()
        for (const deed of ['report-done', 'question', 'confirm', 'withdraw'] as const) {
          const data = { duty: action.duty, ...ANSWERS[deed] }
          const answer = await teamsSends(house.server, who, {
            verb: 'answer',
            data,
            message: action.message,
          })
          expect(answer.status).toBe(200)
          expect(executesIn(answer.text)).toEqual([])
        }
        expect((await actionAs(signed.quinn, action.id)).version).toBe(1)
      },
    )

    it('the deputy may answer for the lead person, and the receipt says so to her', async () => {
      const action = await actionIn(signed, 'reported-done')
      const press = { verb: 'answer', data: { duty: action.duty, deed: 'confirm' }, message: '1' }
      const dot = await teamsSends(house.server, 'dot', press)
      expect(dot.text).toContain('You answered this on 18 June')
      const eve = await teamsSends(house.server, 'eve', press)
      expect(eve.text).toContain('Dot Deputy-Test answered this on 18 June')
      expect((await actionAs(signed.quinn, action.id)).row.state).toBe('confirmed')
    })
  })

  describe('pressed with edited data', () => {
    it('a foreign duty on one’s own card changes neither', async () => {
      const mine = await asked()
      const foreign = await recordOne(signed, { case: 'case-n-05', owner: 'lead-gp', raiser: 'lead-ccg' })
      const answer = await wes.send(mine.message, done(foreign.duty))
      expect(textsOn(answer.card)[0]).toBe('This card is not for you')
      expect((await actionAs(signed.quinn, foreign.id)).version).toBe(1)
      expect((await actionAs(signed.quinn, mine.id)).version).toBe(1)
    })

    it.each(['confirm', 'dispute', 'agree-time', 'keep-day', 'keep-action', 'withdraw'] as const)(
      'a deed of the other side: %s',
      async (deed) => {
        const action = await asked()
        const data = { duty: action.duty, ...ANSWERS[deed] }
        const answer = await wes.send(action.message, { verb: 'answer', data })
        expect(textsOn(answer.card)[0]).toBe(`Case N-08, ${action.number}: one action for you`)
        expect((await actionAs(signed.quinn, action.id)).version).toBe(1)
      },
    )

    const GARBAGE: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
      ['no deed', {}],
      ['a deed that is none', { deed: 'approve' }],
      ['a deed of another type', { deed: { toString: 'report-done' } }],
      ['a deed of every object', { deed: 'constructor' }],
      ['words of another type', { ...SAID, whatWasDone: ['a'], evidence: 7 }],
      ['too many words', { ...SAID, evidence: 'x'.repeat(2001) }],
      ['a question of another type', { deed: 'question', question: { deed: 'confirm' }, reason: 'x' }],
      ['a version that would force it', { deed: 'report-done', version: 99, state: 'confirmed' }],
    ]
    it.each(GARBAGE)('garbage: %s', async (_, data) => {
      const action = await asked()
      const press = { verb: 'answer', data: { duty: action.duty, ...data } }
      const answer = await wes.send(action.message, press)
      expect(answer.kind).toBe('error')
      expect(answer.message).toMatch(/^[A-Z].{10,80}\.$/)
      expect((await actionAs(signed.quinn, action.id)).version).toBe(1)
    })

    it.each([1e308, -1, 1.5, '1001', null, { n: 1 }, 2 ** 53])(
      'a message number that is none, or not theirs: %s',
      async (number) => {
        const action = await asked()
        const press = { verb: 'look', data: { duty: action.duty, number, form: 'report-done' } }
        const answer = await wes.send(action.message, press)
        expect(textsOn(answer.card)[0]).toBe(`Case N-08, ${action.number}: one action for you`)
      },
    )

    it.each(['toString', '__proto__', 7, null, ['report-done']])('a form that is none: %s', async (form) => {
      const action = await asked()
      const answer = await wes.send(action.message, { verb: 'look', data: { duty: action.duty, form } })
      expect(executesIn(JSON.stringify(answer))).toContain('It is done')
    })

    it('a verb that is none', async () => {
      const action = await asked()
      const answer = await wes.send(action.message, { verb: 'delete', data: { duty: action.duty } })
      expect(answer).toMatchObject({
        kind: 'error',
        message: 'This card is too old. Say "list" for a new one.',
      })
    })

    it('characters that no database keeps are taken out of what was typed', async () => {
      const action = await asked()
      const data = { duty: action.duty, ...SAID, evidence: 'Heard\0 it.\uD800' }
      expect(textsOn((await wes.send(action.message, { verb: 'answer', data })).card)[1]).toMatch(ANSWERED)
      await answeredOnce(action)
    })
  })

  it('and in the end: no fault was logged, and the audit trail has one entry for each answer', async () => {
    expect(house.output()).not.toMatch(/"fault"|handler-failed|work-failed/)
    const entries = await house.stopAndRead((trx) =>
      trx
        .selectFrom('audit_entry')
        .select(['subject', 'actor', 'channel'])
        .where('what', '=', 'report-done')
        .where('subject', 'in', onceOnly)
        .execute(),
    )
    expect(onceOnly).toHaveLength(8)
    expect(entries.map(({ subject }) => subject).toSorted()).toEqual(onceOnly.toSorted())
    expect(new Set(entries.map(({ actor, channel }) => `${actor} ${channel}`))).toEqual(new Set(['wes card']))
  })
})

/** The titles of the buttons that would change or ask something, on the card in an answer. */
function executesIn(text: string): readonly string[] {
  const titles: string[] = []
  JSON.parse(text, (_, value: unknown) => {
    const element = value as Card | null
    if (element?.['type'] === 'Action.Execute' && element['title'] !== 'Refresh')
      titles.push(String(element['title']))
    return value
  })
  return titles
}
