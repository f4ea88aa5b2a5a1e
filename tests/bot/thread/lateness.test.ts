import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { OVERVIEW_HEADINGS } from '#core/prompts/overview.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import {
  ANSWERS,
  ENGINES,
  PERSONAS,
  actionAs,
  answerAs,
  everybody,
  recordOne,
  served,
} from '#tests/http/served.ts'
import type { Persona, Recorded, Served, Signed } from '#tests/http/served.ts'

import { chatOf, mailsOf, textsOn } from './chat.ts'

/** A message as somebody reads it, by either road. */
type Read = { readonly id: string; readonly road: 'chat' | 'mail'; readonly text: string }
type Heard = Readonly<Record<Persona, readonly Read[]>>

const MORNINGS = ['19', '20', '21', '22', '25', '26', '27'].map((day) => `2018-06-${day}`)

describe.each(ENGINES)('what is late climbs, morning by morning, on %s', (engine) => {
  let house: Served
  let signed: Signed
  let late: Recorded
  let silent: Recorded
  let many: readonly Recorded[]
  /** What each person heard on each morning. */
  const heardOn = new Map<string, Heard>()

  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
    late = await recordOne(signed, { due: '2018-06-20' })
    silent = await recordOne(signed)
    // Answered before it was told, it would be told to nobody.
    await settled([late, silent], 2)
    await answerAs(signed.wes, silent.id, ANSWERS['report-done'])
    many = [
      await recordOne(signed, { due: '2018-06-22' }),
      await recordOne(signed, { due: '2018-06-22' }),
      await recordOne(signed, { due: '2018-06-22' }),
    ]
    await settled([late, silent, ...many], 6)
    for (const to of MORNINGS) {
      const before = await everything()
      const moved = await signed.bea.post('/local/clock', { to })
      if (moved.status !== 200) throw new Error(`the clock stands: ${moved.text}`)
      heardOn.set(to, newSince(before, await everything()))
    }
  }, 90_000)
  afterAll(() => house.close())

  /** Waits until everybody has heard what was recorded just now. */
  async function settled(recorded: readonly Recorded[], least: number): Promise<void> {
    for (const deadline = Date.now() + 40_000; Date.now() < deadline; await pause(50)) {
      const views = await Promise.all(recorded.map(({ id }) => actionAs(signed.bea, id)))
      const prompts = views.flatMap((view) => view.prompts.map(({ what }) => what))
      if (prompts.length >= least && prompts.every((what) => /sent (in Teams|by mail)/.test(what))) return
    }
    throw new Error('not everything was sent in time')
  }

  async function everything(): Promise<Heard> {
    const all = PERSONAS.map(async (who) => [who, await heardBy(who)] as const)
    return Object.fromEntries(await Promise.all(all)) as Record<Persona, readonly Read[]>
  }

  async function heardBy(who: Persona): Promise<readonly Read[]> {
    const messages = await chatOf(signed[who]).messages()
    const mails = await mailsOf(signed[who])
    const read = [
      ...messages.map(({ id, summary, card }) => ({
        id,
        road: 'chat' as const,
        text: [summary, ...textsOn(card)].join('\n'),
      })),
      ...mails.map(({ id, subject, text }) => ({ id, road: 'mail' as const, text: `${subject}\n${text}` })),
    ]
    return read.filter(({ text }) => !isOverview(text))
  }

  /** Who was told of an action on a morning, as often as they were. */
  function toldOf({ number }: Recorded, morning: string): readonly Persona[] {
    const heard = heardOn.get(morning)
    if (!heard) return []
    return PERSONAS.flatMap((who) => heard[who].filter(({ text }) => mentions(text, number)).map(() => who))
  }

  it('one late step to the owner and the lead person, then the manager and the business manager, each once', () => {
    expect(Object.fromEntries(MORNINGS.map((morning) => [morning.slice(8), toldOf(late, morning)]))).toEqual({
      '19': [],
      '20': ['wes'],
      '21': ['ada', 'wes'],
      '22': [],
      '25': [],
      '26': [],
      '27': ['bea', 'sam'],
    })
  })

  it('keeps what went out with the action, for the partnership to see', async () => {
    const { prompts, row } = await actionAs(signed.bea, late.id)
    expect(
      prompts
        .map(({ who, what }) => `${what}: ${who}`)
        .toReversed()
        .toSorted(),
    ).toEqual(
      [
        'Told (sent in Teams): Wes Worker-Test, Allocated worker of N-08',
        'Reminded on the day (sent in Teams): Wes Worker-Test, Allocated worker of N-08',
        'Told that it is late (sent in Teams): Wes Worker-Test, Allocated worker of N-08',
        "Told that it is late (sent in Teams): Ada Lead-Test, Children's Social Care (lead person)",
        'Told that it is still late (sent in Teams): Sam Manager-Test, Supervising manager of N-08',
        'Told that it is still late (sent in Teams): Bea Officer-Test, Business manager',
      ].toSorted(),
    )
    expect(row.state).toBe('open')
  })

  it('what falls due to one person on one morning travels in one message', () => {
    for (const [morning, words] of [
      ['2018-06-19', '3 things are waiting for you'],
      ['2018-06-22', '3 things are waiting for you'],
    ] as const) {
      const heard = heardOn.get(morning)?.wes ?? []
      expect(heard).toHaveLength(1)
      expect(heard[0]?.text.split('\n')[0]).toBe(words)
      for (const { number } of many) expect(mentions(heard[0]?.text ?? '', number)).toBe(true)
    }
  })

  it('a raiser who stays silent is asked again, then her deputy is asked, too; silence closes nothing', async () => {
    expect(
      Object.fromEntries(MORNINGS.map((morning) => [morning.slice(8), toldOf(silent, morning)])),
    ).toEqual({
      '19': [],
      '20': [],
      '21': ['eve'],
      '22': [],
      '25': ['bea', 'eve', 'dot'],
      '26': [],
      '27': [],
    })
    expect((await actionAs(signed.eve, silent.id)).row.state).toBe('reported-done')
    const asked = heardOn.get('2018-06-25')?.dot.find(({ text }) => mentions(text, silent.number))
    expect(asked?.text).toContain('says that action')
    const { duty } = await actionAs(signed.dot, silent.id)
    const said = await signed.dot.post(`/api/duties/${duty?.id}/answers`, ANSWERS.confirm)
    expect(said.status).toBe(200)
  })

  it('a clock that is moved over several mornings at once sends what each morning owed, and no more', async () => {
    const { id, number } = await recordOne(signed, { due: '2018-06-28' })
    const before = await everything()
    await signed.bea.post('/local/clock', { to: '2018-07-05' })
    const heard = newSince(before, await everything())
    const told = PERSONAS.flatMap((who) =>
      heard[who].filter(({ text }) => mentions(text, number)).map(() => who),
    )
    // Told or reminded on the day, then late: the manager's step is due on the 5th at nine.
    expect(told.filter((who) => who !== 'wes')).toEqual(['bea', 'ada', 'sam'])
    expect((await actionAs(signed.bea, id)).prompts.filter(({ who }) => who.startsWith('Ada'))).toHaveLength(
      1,
    )
  })

  describe('the business manager reminds everyone with one press', () => {
    it('reaches each person who owes once, with their own list, and nobody else', async () => {
      const owed = await owedLate()
      const before = await everything()
      const key = randomUUID()
      const answer = await signed.bea.post('/api/actions/chase', { actions: 'late' }, { key })
      const owing = Object.values(owed).filter((numbers) => numbers.length > 0)
      expect(answer).toMatchObject({
        status: 200,
        body: { chased: owing.flat().length, people: owing.length },
      })
      expect((await signed.bea.post('/api/actions/chase', { actions: 'late' }, { key })).text).toBe(
        answer.text,
      )
      const heard = await quietSince(before)
      const everyNumber = owing.flat()
      for (const who of PERSONAS) {
        const read = heard[who].filter(({ road }) => road === (who === 'gil' ? 'mail' : 'chat'))
        expect([who, read.length]).toEqual([who, owed[who].length > 0 ? 1 : 0])
        const listed = everyNumber.filter((number) => mentions(read[0]?.text ?? '', number))
        expect([who, listed.toSorted()]).toEqual([who, owed[who].toSorted()])
      }
      expect(owed.wes.length).toBeGreaterThan(1)
      expect(owing.length).toBeGreaterThan(2)
    })
  })

  /** The numbers of what is late, by whose turn it is. */
  async function owedLate(): Promise<Record<Persona, string[]>> {
    const owed = forEach((): string[] => [])
    const { today } = (await signed.bea.get('/api/me')).body as { today: string }
    for (const group of ['very-late', 'late']) {
      const { items } = (await signed.bea.get(`/api/actions?group=${group}`)).body as {
        items: { id: string; number: string; due: string }[]
      }
      for (const { id, number, due } of items) {
        if (due >= today) continue
        const { duty } = await actionAs(signed.bea, id)
        owed[holderOf((duty as unknown as { owes: string }).owes)].push(number)
      }
    }
    return owed
  }

  /** What came in until nothing more came for a second. */
  async function quietSince(before: Heard): Promise<Heard> {
    let heard = newSince(before, await everything())
    for (const deadline = Date.now() + 15_000; Date.now() < deadline;) {
      await pause(1000)
      const now = newSince(before, await everything())
      const quiet = PERSONAS.every((who) => now[who].length === heard[who].length)
      heard = now
      if (quiet && PERSONAS.some((who) => now[who].length > 0)) return heard
    }
    return heard
  }
})

function newSince(before: Heard, after: Heard): Heard {
  return forEach((who): readonly Read[] => {
    const known = new Set(before[who].map(({ id }) => id))
    return after[who].filter(({ id }) => !known.has(id))
  })
}

function forEach<T>(of: (who: Persona) => T): Record<Persona, T> {
  return Object.fromEntries(PERSONAS.map((who) => [who, of(who)])) as Record<Persona, T>
}

/** Counts and references of many things: no reminder of one. */
function isOverview(text: string): boolean {
  return Object.values(OVERVIEW_HEADINGS).some((heading) => text.startsWith(`${heading}: `))
}

function mentions(text: string, number: string): boolean {
  return new RegExp(`\\b${number}\\b`).test(text)
}

function holderOf(title: string): Persona {
  const post = exampleshire.post.find((each) => each.title === title)
  const held = exampleshire.post_holding.find(
    ({ post_id, held_as }) => post_id === post?.id && held_as === 'holder',
  )
  return held?.person_id as Persona
}
