import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { FormList, FormView } from '#core/close-the-loop/views.ts'
import { examplePeople } from '#scripts/playground-people.ts'

import { buttonOf, textsOn } from './chat.ts'
import type { Card } from './chat.ts'
import { aPlayground } from './playground-page.ts'
import type { PlaygroundPage } from './playground-page.ts'

/** What Wes does on each card: the button, and what he types first. */
const DIALOGUE: readonly (readonly [heading: string, button: string, typed: object])[] = [
  ['Case N-08: the close-the-loop meeting', 'Next', meeting()],
  ['Case N-08: your reflections', 'Next', { reflections: 'I took it as read.', shared: 'false' }],
  ['Case N-08: what can be learned', 'Next', { learning: 'Confirm, do not assume.' }],
  ['Case N-08: 4 of 4 parts written', 'Send', {}],
]

describe('the close-the-loop dialogue of N-08 in Microsoft’s Agents Playground', () => {
  let page: PlaygroundPage
  beforeAll(async () => {
    const people = examplePeople('wes', 'neglect')
    if (!people) throw new Error('Wes is not in the example')
    page = await aPlayground(people, { STORY: 'neglect' })
    await page.install()
  }, 240_000)
  afterAll(() => page?.close())

  it('is played in one message, step by step, and the form is with the lead person', async () => {
    await page.say('N-08')
    const { message, card: list } = await page.messageWith('Answer N-08')
    let card = await pressed(message, list, 'Answer N-08')
    card = await pressed(message, card, 'Read again')
    expect(textsOn(card)).toContain('What was good')
    card = await pressed(message, card, 'Go on')
    for (const [heading, button, typed] of DIALOGUE) {
      expect(textsOn(card)[0]).toBe(heading)
      card = await pressed(message, card, button, typed)
    }
    expect(textsOn(card)[0]).toBe('Case N-08: answered')
    expect(textsOn(card)).toContain('The lead person reads it and signs it.')

    const ada = await page.house.server.signIn('ada')
    const { items } = (await ada.get('/api/forms')).body as FormList
    const id = items.find(({ reference }) => reference === 'N-08')?.id
    const { row, part } = (await ada.get(`/api/forms/${id}`)).body as FormView
    expect([row.state, part?.learning]).toEqual(['written', 'Confirm, do not assume.'])
    expect(page.heard()).not.toContain('do not assume')
  })

  it('a field that is left empty is said in words, and nothing is sent', async () => {
    const { message } = await page.messageWith('Answer N-08')
    const answer = await page.press(message, { verb: 'answer', data: { deed: 'write', form: 'learning' } })
    expect(answer).toEqual({ code: 'BadInput', message: 'Say what can be done differently.' })
  })

  async function pressed(message: string, card: Card, title: string, typed: object = {}): Promise<Card> {
    const { verb, data } = buttonOf(card, title)
    return page.press(message, { verb, data: { ...data, ...typed } })
  }
})

function meeting() {
  return {
    metOn: '2018-06-14',
    present: 'Worker, manager, safeguarding lead',
    background: 'Concerns over food and dental care',
  }
}
