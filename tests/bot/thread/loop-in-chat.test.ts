import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { FormList, FormView } from '#core/close-the-loop/views.ts'
import { localSignIn } from '#local/sign-in.ts'
import { signedIn } from '#tests/fixtures/a-server.ts'
import type { Api } from '#tests/fixtures/a-server.ts'
import { nodesOf } from '#tests/fixtures/card-rules.ts'
import { served } from '#tests/http/served.ts'
import type { Served } from '#tests/http/served.ts'

import { chatOf, textsOn } from './chat.ts'
import type { Card, Chat, Message } from './chat.ts'

/** What the worker types, by the field: each with a word that is found nowhere else. */
const WORDS = {
  metOn: '2018-06-15',
  present: 'Worker and manager, quokkapresent.',
  background: 'Concerns over food and dental care, quokkabackground.',
  reflections: 'I took it as read, quokkareflections.',
  learning: 'Confirm, do not assume, quokkalearning.',
} as const

describe('the whole form of N-08 in chat, with another process at each step', () => {
  let house: Served
  let form: string
  let wes: Chat
  let message: string
  beforeAll(async () => {
    house = await served('pglite', { STORY: 'neglect' })
    wes = chatOf(as('wes'))
    const { items } = (await as('wes').get('/api/forms')).body as FormList
    form = items.find(({ reference }) => reference === 'N-08')?.id ?? ''
    message = await givenAnew()
  }, 240_000)
  afterAll(() => house?.close())

  it('takes six cards, four fields to write in and twelve taps, and a restart between any two loses nothing', async () => {
    const processes = new Set<number>()
    const headings: string[] = []
    let [fields, taps] = [0, 0]
    for (let card = await standing(); !isAnswered(card) && headings.length < 20; card = await standing()) {
      processes.add((await house.restarted()).pid)
      // The card is the same in the new process, and as it is asked for anew there.
      expect(await standing()).toEqual(card)
      headings.push(textsOn(card)[0] ?? '')
      const asked = nodesOf(card['body']).filter(({ isRequired }) => isRequired === true)
      fields += asked.filter(({ type }) => type === 'Input.Text').length
      // The button, and a tap into each text; a day takes two: open the calendar, choose.
      taps += asked.reduce((sum, { type }) => sum + (type === 'Input.Date' ? 2 : 1), 1)
      const typed = asked.map(({ id }) => [id, WORDS[id as keyof typeof WORDS]])
      await wes.press(message, primaryOf(card), { ...Object.fromEntries(typed), shared: 'false' })
    }
    expect(headings).toEqual([
      'Case N-08: please read what the panel found',
      'Case N-08: please read what the panel found',
      'Case N-08: the close-the-loop meeting',
      'Case N-08: your reflections',
      'Case N-08: what can be learned',
      'Case N-08: 4 of 4 parts written',
    ])
    expect({ cards: headings.length, fields, taps }).toEqual({ cards: 6, fields: 4, taps: 12 })
    expect(processes.size).toBe(6)
  })

  it('and is with the lead person then, word for word', async () => {
    const { row, part } = await formAs('ada')
    expect(row.state).toBe('written')
    expect(part).toEqual({ ...WORDS, shared: false })
  })

  it('no word of it stands in any activity that the Connector stand-in keeps, nor in anything printed', async () => {
    const kept = await readFile(join(house.server.dataDir, 'chats.jsonl'), 'utf8')
    expect(kept).toContain('please read what the panel found')
    expect(`${kept}${house.output()}`).not.toMatch(/quokka|took it as read|do not assume/i)
    expect(house.output()).not.toMatch(/"fault"|handler-failed|work-failed/)
  })

  const as = (person: string): Api =>
    signedIn(
      house.server.origin,
      localSignIn(join(house.server.dataDir, 'sign-in.key'), Date.now).tokenFor(person),
    )

  const formAs = async (person: string): Promise<FormView> =>
    (await as(person).get(`/api/forms/${form}`)).body as FormView

  /** In the example Wes has read it already: Ada answers a question of his, so that he gets it from the start. */
  async function givenAnew(): Promise<string> {
    await answered('wes', { deed: 'ask', about: 'not-right', text: 'Which visit is meant?' })
    const before = await wes.messages()
    await answered('ada', { deed: 'explain', text: 'The second one.' })
    const told = await wes.next(before, ({ card }) => JSON.stringify(card ?? '').includes('Read it'))
    return told.id
  }

  async function answered(person: string, answer: object): Promise<void> {
    const { version } = await formAs(person)
    const { status, text } = await as(person).post(`/api/forms/${form}/answers`, answer, { ifMatch: version })
    if (status !== 200) throw new Error(text)
  }

  /** The card that stands in the message now. */
  async function standing(): Promise<Card> {
    const found = (await wes.messages()).find(({ id }: Message) => id === message)
    if (!found?.card) throw new Error('the message is gone')
    return found.card
  }
})

const isAnswered = (card: Card): boolean => textsOn(card)[0]?.endsWith(': answered') ?? false

/** The title of the first button: the one that goes on. */
function primaryOf(card: Card): string {
  const button = nodesOf(card['body']).find(({ type }) => type === 'Action.Execute')
  if (!button) throw new Error(`no button on ${JSON.stringify(card)}`)
  return String(button['title'])
}
