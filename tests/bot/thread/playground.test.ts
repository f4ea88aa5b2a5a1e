import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { examplePeople } from '#scripts/playground-people.ts'
import { actionAs, everybody, recordOne } from '#tests/http/served.ts'
import type { Signed } from '#tests/http/served.ts'

import { buttonOf, buttonsOn, chatOf, textsOn } from './chat.ts'
import { aPlayground } from './playground-page.ts'
import type { PlaygroundPage } from './playground-page.ts'

describe('the bot in Microsoft’s Agents Playground, without sign-in', () => {
  let page: PlaygroundPage
  let signed: Signed
  beforeAll(async () => {
    const people = examplePeople('wes', 'thread')
    if (!people) throw new Error('Wes is not in the example')
    page = await aPlayground(people)
    signed = await everybody(page.house.server)
  }, 120_000)
  afterAll(() => page?.close())

  it('a stranger’s PERSON is nobody', () => {
    expect(examplePeople('nobody', 'thread')).toBeUndefined()
    expect(examplePeople('wes', 'thread')?.length).toBeGreaterThan(5)
  })

  it('loads the example with the house’s own stand-in: nothing was refused on the way', async () => {
    expect(page.house.output()).not.toContain('bot-refused')
    expect((await chatOf(signed.eve).messages()).length).toBeGreaterThan(2)
  })

  it('is installed, answers "help" with a card, and an Action.Execute is answered in place', async () => {
    await page.install()
    const { id, number } = await recordOne(signed)
    await page.say('list')
    const list = await page.messageWith(`Answer ${number}`)
    const opened = await page.press(list.message, buttonOf(list.card, `Answer ${number}`))
    expect(textsOn(opened)[0]).toBe(`Case N-08, ${number}: one action for you`)
    const form = await page.press(list.message, buttonOf(opened, 'It is done'))
    const send = buttonOf(form, 'Send')
    const receipt = await page.press(list.message, {
      ...send,
      data: { ...send.data, whatWasDone: 'Told her.', evidence: 'Note of the call.' },
    })
    expect(textsOn(receipt)[1]).toMatch(/^You answered this on 18 June at 10:\d\d\. Nothing more to do\.$/)
    expect((await actionAs(signed.quinn, id)).row.state).toBe('reported-done')
    await chatOf(signed.eve).next([], ({ summary }) => summary === `Case N-08: did action ${number} happen?`)
  })

  it('gets what falls due, too', async () => {
    const { number } = await recordOne(signed)
    const { card } = await page.messageWith(`${number}: one action for you`)
    expect(buttonsOn(card)).toEqual(['It is done', 'Something is not right', 'Open'])
  })
})
