import { describe, expect, it } from 'vitest'

import { aDesk, address, user, wes } from '#tests/fixtures/a-desk.ts'
import { nodesOf } from '#tests/fixtures/card-rules.ts'

describe('what is typed', () => {
  it('a typed message is no answer: it is stored nowhere, and what to do instead is said', async () => {
    const { events, said } = aDesk()
    const message = { text: 'Wren was seen on Monday', activityId: 'm-1', user }
    const outgoing = await events.message(address, message)
    expect(outgoing?.summary).toBe('That was not understood')
    expect(JSON.stringify([outgoing, said])).not.toContain('Wren')
    expect(said).toEqual([['installed', wes, address]])
  })

  it.each([
    ['list', 'One thing is waiting for you'],
    ['my actions', 'One thing is waiting for you'],
    ['n08', 'One thing is waiting for you'],
    ['A2', 'One thing is waiting for you'],
    ['help', 'What you can ask here'],
    ['raise a concern', 'Raise a concern'],
  ])('"%s" gets the card "%s"', async (text, heading) => {
    const outgoing = await aDesk().events.message(address, { text, activityId: 'm-1', user })
    expect(nodesOf(outgoing?.card?.['body'])[0]?.['text']).toBe(heading)
  })

  it('a reference that is somebody else’s gets what one gets that is not there', async () => {
    expect(await whatIsSaidAbout('N-14')).toBe(await whatIsSaidAbout('Q-77'))
  })

  it('a message of somebody unknown gets no list', async () => {
    const { events, said } = aDesk()
    const stranger = { ...user, aadId: 'aad-nobody' }
    const outgoing = await events.message(address, { text: 'hello', activityId: 'm-1', user: stranger })
    expect(outgoing?.summary).toBe('This bot does not know you yet')
    expect(said).toEqual([])
  })
})

async function whatIsSaidAbout(reference: string): Promise<string> {
  const message = { text: reference, activityId: 'm-1', user }
  return JSON.stringify(await aDesk().events.message(address, message)).replaceAll(reference, 'X-00')
}
