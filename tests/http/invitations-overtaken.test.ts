import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { Mailed } from '#core/people/invitation-mail.ts'

import { aJoiningDoor, codeOf } from './a-joining-door.ts'
import type { JoiningDoor } from './a-joining-door.ts'

let door: JoiningDoor
beforeAll(async () => {
  door = await aJoiningDoor()
})
afterAll(() => door.close())
beforeEach(() => door.startAgain())

const send: JoiningDoor['send'] = (...said) => door.send(...said)

/** Another one makes a link to copy before the road has answered. */
const replaced = async (came: Mailed, key?: string) => {
  let code = ''
  door.road.answer = async () => {
    code = await door.invited('wes')
    return came
  }
  return { told: await send('wes', {}, key), code }
}

describe('an invitation that another one replaces while its mail is on the way', () => {
  it.each(['sent', 'in-doubt', 'not-sent'] as const)('says so, shows no link and was %s', async (came) => {
    const { told, code } = await replaced(came)
    expect(told.status).toBe(201)
    expect(told.body).toMatchObject({ path: null, replaced: true, mailed: { came, at: '6 June at 13:00' } })
    expect(await door.deeds('wes')).toEqual(['invited', 'invited', `invitation-${came}`])
    expect((await door.seen('wes')).mailed).toBeNull()
    expect(await door.join(codeOf(door.road.sent[0]?.mail.link))).toMatchObject({ status: 404 })
    expect(await door.join(code)).toMatchObject({ status: 200 })
  })

  it('says so when the same request comes again', async () => {
    const key = randomUUID()
    await replaced('sent', key)
    expect((await send('wes', {}, key)).body).toMatchObject({ path: null, replaced: true, mailed: null })
    expect(door.road.sent).toHaveLength(1)
  })
})

it('an invitation that is used before its mail is answered for was sent all the same', async () => {
  const key = randomUUID()
  door.road.answer = async () => {
    await door.join(codeOf(door.road.sent[0]?.mail.link))
    return 'sent'
  }
  const first = await send('wes', {}, key)
  expect(first.body).toMatchObject({ replaced: false, mailed: { came: 'sent' } })
  expect((await send('wes', {}, key)).body).toEqual({ ...first.body, path: null })
})

describe('with a database that goes away', () => {
  it.each([1, 2])(
    'before it is kept (at transaction %i) nothing is made and nothing leaves',
    async (from) => {
      door.away.from = from
      const { status } = await send('wes')
      door.away.from = Infinity
      expect([status >= 500, door.road.sent]).toEqual([true, []])
      expect(await door.deeds('wes')).toEqual([])
      expect(await door.seen('wes')).toMatchObject({ invitedUntil: null, mailed: null })
    },
  )

  it('after the mail the link is in the answer, what came of it too, and the log says ids alone', async () => {
    door.road.answer = async () => {
      door.away.from = 0
      return 'sent'
    }
    const { status, body } = await send('wes')
    door.away.from = Infinity
    expect([status, body.mailed]).toEqual([201, { came: 'sent', at: '6 June at 13:00' }])
    expect(door.logged).toEqual([
      [
        'invitation-not-noted',
        {
          person: 'wes',
          came: 'sent',
          reference: expect.any(String),
          fault: 'Error',
          where: expect.any(String),
        },
      ],
    ])
    expect((await door.seen('wes')).mailed?.came).toBe('in-doubt')
    expect(await door.join(codeOf(body.path))).toMatchObject({ status: 200 })
  })
})
