import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { EscalationList, EscalationView } from '#core/escalation/views.ts'
import { everybody, served } from '#tests/http/served.ts'
import type { Served, Signed } from '#tests/http/served.ts'

import { chatOf, textsOn } from './chat.ts'

/** A word for each field that people type into, found nowhere else. */
const TYPED = { concern: 'quokkaworry', interimSafety: 'quokkasafety', refused: 'quokkarefused' } as const

describe('a concern raised in chat', () => {
  let house: Served
  let signed: Signed
  let message = ''

  beforeAll(async () => {
    house = await served('pglite')
    signed = await everybody(house.server)
    const chat = chatOf(signed.eve)
    const before = await chat.messages()
    const typed = await signed.eve.post('/local/chat/say', { text: 'raise a concern' })
    if (typed.status >= 300) throw new Error(typed.text)
    const asks = await chat.next(before, ({ from, card }) => from === 'bot' && card !== undefined)
    message = asks.id
  }, 60_000)
  afterAll(() => house.close())

  const register = async () => (await signed.eve.get('/api/escalations')).body as EscalationList
  const answers = {
    concern: TYPED.concern,
    about: 'action',
    reference: 'none',
    addressee: 'lead-csc',
    interimSafety: TYPED.interimSafety,
  }

  it('a child in danger: what to do is shown, and nothing is stored', async () => {
    const card = await chatOf(signed.eve).press(message, 'Yes, a child is in danger')
    expect(textsOn(card).join(' ')).toMatch(/Ring 999/)
    expect((await register()).items).toEqual([])
  })

  it('without an interim safety arrangement it is not raised, and the form stays as it is', async () => {
    const chat = chatOf(signed.eve)
    await chat.press(message, 'Nobody is in danger now')
    const data = { form: 'send', ...answers, concern: TYPED.refused, interimSafety: ' ' }
    expect(await chat.send(message, { verb: 'raise', data })).toMatchObject({
      message: 'Say how the child is kept safe until this is settled.',
    })
    expect((await register()).items).toEqual([])
  })

  it('three presses raise it; the card that stays says its number alone', async () => {
    const chat = chatOf(signed.eve)
    const card = await chat.press(message, 'Raise it and tell them', answers)
    expect(textsOn(card)[0]).toBe('Escalation X1: raised')
    const [row] = (await register()).items
    const view = (await signed.ada.get(`/api/escalations/${row?.id}`)).body as EscalationView
    expect([view.concern, view.stages[0]?.interimSafety]).toEqual([TYPED.concern, TYPED.interimSafety])
    await chatOf(signed.ada).next([], ({ summary }) => summary?.includes('X1') === true)
  })

  it('no word of it stands in what the chat keeps, nor in a mail, nor in what the process prints', async () => {
    const folder = house.server.dataDir
    const files = (await readdir(folder, { recursive: true })).filter((name) => /\.(jsonl|key)$/.test(name))
    expect(files).toEqual(expect.arrayContaining(['chats.jsonl', 'mailbox.jsonl']))
    for (const name of files)
      expect([name, /quokka/.test(await readFile(join(folder, name), 'utf8'))]).toEqual([name, false])
    for (const who of ['eve', 'ada', 'bea'] as const)
      expect(JSON.stringify(await chatOf(signed[who]).messages())).not.toMatch(/quokka/)
    expect(house.output()).not.toMatch(/quokka/)
  })
})
