import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ANSWERS, ENGINES, actionAs, answerAs, everybody, recordOne, served } from '#tests/http/served.ts'
import type { Served, Signed } from '#tests/http/served.ts'

import { chatOf, mailTo, mailsOf, textsOn } from './chat.ts'
import type { Chat, Mail } from './chat.ts'

describe.each(ENGINES)('people whom the bot does not reach, on %s', (engine) => {
  let house: Served
  let signed: Signed
  let dee: Chat
  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
    dee = chatOf(signed.dee)
  })
  afterAll(() => house.close())

  it('get a mail with a reference, a sentence, who helps and a link, and nothing else', async () => {
    const { duty, number } = await recordOne(signed, {
      owner: 'lead-gp',
      help: 'Told by the practice nurse.',
    })
    const mail = await mailTo(signed.gil, ({ link }) => link.includes(duty))
    expect(mail).toEqual({
      id: expect.any(String),
      storyAt: expect.any(String),
      subject: 'Case N-08: one action is due 29 June',
      text: `Action ${number} of case N-08 needs an answer from you. Bea Officer-Test at the partnership can help: 01632 960123.`,
      link: `${house.server.origin}/answer/${duty}`,
      number: expect.stringMatching(/^\d{4}$/),
    })
    const file = (await mailsOf(signed.gil)).map((each) => `${each.subject} ${each.text}`).join(' ')
    expect(file).not.toMatch(/nurse|visit|school|Gil/i)
    const chat = (await signed.gil.get('/local/chat')).body as { installed: boolean; messages: unknown[] }
    expect(chat).toMatchObject({ installed: false, messages: [] })
  })

  it('answer what the link names, in the browser; whoever asked is asked in chat', async () => {
    const { id, duty } = await recordOne(signed, { owner: 'lead-gp' })
    const mail = await mailTo(signed.gil, ({ link }) => link.includes(duty))
    const page = await signed.gil.get(`/api/duties/${dutyIn(mail)}`)
    expect(page).toMatchObject({ status: 200, body: { deeds: ['report-done', 'ask-for-time', 'question'] } })
    const version = Number(/\d+/.exec(page.headers.get('etag') ?? '')?.[0])
    const before = await chatOf(signed.eve).messages()
    const answer = await signed.gil.post(`/api/duties/${dutyIn(mail)}/answers`, ANSWERS['report-done'], {
      ifMatch: version,
    })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        receipt:
          'You said that it is done. Whoever asked for it is asked whether it happened. You hear again only if something is left to do.',
      },
    })
    await chatOf(signed.eve).next(before, ({ summary }) => /did action A\d+ happen\?/.test(summary ?? ''))
    await answerAs(signed.eve, id, ANSWERS.dispute)
    const { duty: again } = await actionAs(signed.gil, id)
    await mailTo(signed.gil, ({ link }) => link.includes(again?.id ?? 'none'))
    expect(await signed.gil.get(`/api/duties/${again?.id}`)).toMatchObject({
      body: { said: [{ label: 'Why', text: 'Nobody rang.' }] },
    })
  })

  it('are told only of their own: another person’s link is not for them', async () => {
    const { duty } = await recordOne(signed)
    expect((await signed.gil.get(`/api/duties/${duty}`)).status).toBe(404)
  })

  describe('a person with both roads', () => {
    it('gets the same question by both', async () => {
      const { duty } = await recordOne(signed, { owner: 'lead-ccg' })
      const [card, mail] = [await dee.asks(duty), await mailTo(signed.dee, ({ link }) => link.includes(duty))]
      expect(card.summary).toBe(mail.subject)
    })

    it('answers by mail, and the card is settled', async () => {
      const { id, duty } = await recordOne(signed, { owner: 'lead-ccg' })
      const card = await dee.asks(duty)
      const mail = await mailTo(signed.dee, ({ link }) => link.includes(duty))
      await signed.dee.post(`/api/duties/${dutyIn(mail)}/answers`, ANSWERS['report-done'])
      const pressed = await dee.press(card.id, 'It is done')
      expect(textsOn(pressed)[1]).toMatch(/^You answered this on 18 June at 10:\d\d\. Nothing more to do\.$/)
      expect((await actionAs(signed.quinn, id)).version).toBe(2)
    })

    it('answers in chat, and the link of the mail says so', async () => {
      const { id, duty } = await recordOne(signed, { owner: 'lead-ccg' })
      const card = await dee.asks(duty)
      const mail = await mailTo(signed.dee, ({ link }) => link.includes(duty))
      await dee.send(card.id, { verb: 'answer', data: { duty, ...ANSWERS['report-done'] } })
      const page = await signed.dee.get(`/api/duties/${dutyIn(mail)}`)
      expect(page.body).toMatchObject({
        deeds: [],
        answered: expect.stringMatching(
          /^You answered this on 18 June at 10:\d\d\. Nothing more to do\.$/,
        ) as unknown,
      })
      const again = await signed.dee.post(`/api/duties/${dutyIn(mail)}/answers`, ANSWERS.question)
      expect(again.status).toBe(409)
      expect((await actionAs(signed.quinn, id)).version).toBe(2)
    })
  })
})

function dutyIn(mail: Mail): string {
  return mail.link.split('/').at(-1) ?? ''
}
