import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { FormList } from '#core/close-the-loop/views.ts'
import { DUTY_SUBJECTS } from '#core/duties/duty.ts'
import type { DutyItem, DutyList } from '#core/duties/views.ts'
import type { PersonId } from '#core/ids.ts'
import { localSignIn } from '#local/sign-in.ts'
import { furniture } from '#local/story/neglect/furniture.ts'
import { signedIn } from '#tests/fixtures/a-server.ts'
import type { Api } from '#tests/fixtures/a-server.ts'
import { EVERY_PRESS } from '#tests/fixtures/every-press.ts'
import { callsTo, done } from '#tests/http/calls.ts'
import { served } from '#tests/http/served.ts'
import type { Served } from '#tests/http/served.ts'
import { smallRounds } from '#tests/http/small-rounds.ts'

import { chatOf, teamsSends } from './chat.ts'

const NOT_HERE = '00000000-0000-4000-8000-00000000dead'
const NOT_YOURS = 'This card is not for you'

/** The worker of N-05, whom nothing but N-05 concerns. */
const FOREIGN = 'wyn' as PersonId
const OWN_CASE = 'N-05'

type Answer = { readonly status: number; readonly text: string }

describe('a card of anything in the round, pressed by the worker of another case', () => {
  let house: Served
  /** What is owed now, one of each kind, and what was answered before: old cards. */
  let owed: readonly DutyItem[]
  let old: readonly string[]
  /** Which presses were refused, by their activity: each has to be in the audit trail. */
  const refused = new Map<string, string>()
  beforeAll(async () => {
    house = await served('pglite', { STORY: 'neglect' })
    await moreIsOwed()
    const lists = await Promise.all(furniture.person.map(({ id }) => waitingFor(id)))
    const all = lists.flat().filter(({ reference }) => reference !== OWN_CASE)
    owed = [...new Map(all.map((item) => [item.kind, item])).values()]
    const open = new Set(lists.flat().map(({ duty }) => duty))
    old = [...new Set(await dutiesOnCards())].filter((duty) => !open.has(duty)).slice(0, 3)
  }, 240_000)
  afterAll(() => house?.close())

  it('there is something of every kind of matter that is answered in chat, and an old card', () => {
    const subjects = new Set(owed.map(({ kind }) => DUTY_SUBJECTS[kind]))
    expect([...subjects]).toEqual(
      expect.arrayContaining(['action', 'form', 'escalation', 'round', 'reply', 'return', 'collation']),
    )
    expect(owed.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['choose-meeting', 'keep-promise', 'check-promise', 'write-form']),
    )
    expect(old).toHaveLength(3)
  })

  it.each(EVERY_PRESS)(
    '$name: the bytes for a duty that is not there, now and on an old card',
    async (press) => {
      const absent = await pressed(press, NOT_HERE)
      // The other verbs are about no duty.
      expect(absent.text.includes(NOT_YOURS)).toBe(press.verb === 'look' || press.verb === 'answer')
      for (const duty of press.data['form'] === undefined && press.verb === 'look' ? everything() : some())
        expect(await pressed(press, duty)).toEqual(absent)
    },
  )

  it.each(['look', 'answer'] as const)('%s with edited data: the same bytes again', async (verb) => {
    const press = EVERY_PRESS.find((each) => each.verb === verb) ?? never()
    const absent = await pressed(press, NOT_HERE)
    for (const edited of ['', '\0', "' or 1=1", 'x'.repeat(5000), undefined, null, 7, {}, []])
      expect(await pressed(press, edited)).toEqual(absent)
  })

  it('a foreign reference that is typed: the same words as for one that is not there', async () => {
    const absent = await saidAbout('Q-77')
    for (const reference of ['N-08', 'N-14', 'N-17']) expect(await saidAbout(reference)).toBe(absent)
  })

  it('each of them is in the audit trail, and nothing else happened', async () => {
    expect(house.output()).not.toMatch(/"fault"|handler-failed|work-failed/)
    const entries = await house.stopAndRead((trx) =>
      trx
        .selectFrom('audit_entry')
        .select(['what', 'subject', 'request', 'reference'])
        .where('actor', '=', FOREIGN)
        .where('channel', '=', 'card')
        .where('request', 'in', [...refused.keys()])
        .execute(),
    )
    expect(entries).toHaveLength(refused.size)
    expect(entries.filter(({ what, reference }) => what !== 'card-not-theirs' || reference !== null)).toEqual(
      [],
    )
    for (const { request, subject } of entries) expect(subject).toBe(refused.get(request ?? ''))
  })

  const everything = (): readonly string[] => [...owed.map(({ duty }) => duty), ...old]
  /** One of each kind of matter that is answered in chat, and an old card. */
  const some = (): readonly string[] => {
    const inChat = owed.filter(({ kind }) => ['action', 'form', 'escalation'].includes(DUTY_SUBJECTS[kind]))
    return [
      ...new Map(inChat.map(({ kind, duty }) => [DUTY_SUBJECTS[kind], duty])).values(),
      ...old.slice(0, 1),
    ]
  }

  const as = (person: string): Api =>
    signedIn(
      house.server.origin,
      localSignIn(join(house.server.dataDir, 'sign-in.key'), Date.now).tokenFor(person),
    )

  /** What is said to a reference that is typed, without the reference. */
  async function saidAbout(text: string): Promise<string> {
    const chat = chatOf(as(FOREIGN))
    const before = await chat.messages()
    await as(FOREIGN).post('/local/chat/say', { text })
    const { summary, card } = await chat.next(before, ({ from }) => from === 'bot')
    return JSON.stringify([summary, card]).replaceAll(text, 'X-00')
  }

  async function pressed({ verb, data }: (typeof EVERY_PRESS)[number], duty: unknown): Promise<Answer> {
    const activity = `f:${randomUUID()}`
    const press = { verb, data: { ...data, duty, number: 1001 }, message: '1', activity }
    const answer = await teamsSends(house.server, FOREIGN, press, furniture.person)
    if (answer.text.includes(NOT_YOURS)) refused.set(activity, isDuty(duty) ? duty : 'no duty')
    return answer
  }

  async function waitingFor(person: string): Promise<readonly DutyItem[]> {
    const { status, body } = await as(person).get('/api/waiting')
    return status === 200 ? (body as DutyList).items : []
  }

  /** Every duty that a card in anybody's chat ever pointed to, where N-05 is not on it. */
  async function dutiesOnCards(): Promise<readonly string[]> {
    const chats = await Promise.all(furniture.person.map(({ id }) => chatOf(as(id)).messages()))
    return chats
      .flat()
      .map(({ card }) => JSON.stringify(card ?? ''))
      .filter((text) => !text.includes(OWN_CASE))
      .flatMap((text) => [...text.matchAll(/"duty":"([0-9a-f-]{36})"/g)].flatMap(([, duty]) => duty ?? []))
  }

  /** Small rounds in every state, two concerns, and times for the meeting about N-08. */
  async function moreIsOwed(): Promise<void> {
    const call = callsTo(house.server)
    await smallRounds(call)
    const { items } = await done<FormList>(call, 'ada', '/api/forms')
    const form = items.find(({ reference }) => reference === 'N-08')?.id
    const slots = [{ on: '2018-06-20', from: '10:00', to: '10:45' }]
    await done(call, 'ada', `/api/forms/${form}/answers`, { deed: 'propose-times', slots })
  }
})

function never(): never {
  throw new Error('no such press')
}

function isDuty(duty: unknown): duty is string {
  return typeof duty === 'string' && /^[0-9a-f-]{36}$/.test(duty)
}
