import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ENGINES, actionAs, everybody, recordOne, served } from '#tests/http/served.ts'
import type { Served, Signed } from '#tests/http/served.ts'

import { buttonOf, buttonsOn, chatOf, textsOn } from './chat.ts'
import type { Card, Chat } from './chat.ts'

const HELP = 'Bea Officer-Test at the partnership can help: 01632 960123.'
const JUST_NOW = /^You answered this on 18 June at 10:\d\d\. Nothing more to do\.$/

describe.each(ENGINES)('an action answered in chat, on %s', (engine) => {
  let house: Served
  let signed: Signed
  let wes: Chat
  let eve: Chat
  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
    wes = chatOf(signed.wes)
    eve = chatOf(signed.eve)
  })
  afterAll(() => house.close())

  /** Wes's newest copy of the card for his open duty of an action. */
  async function card(action: string): Promise<{ message: string; card: Card | undefined }> {
    const { duty } = await actionAs(signed.quinn, action)
    await wes.asks(duty?.id ?? 'none')
    const copies = (await wes.messages()).filter(({ card }) =>
      JSON.stringify(card).includes(duty?.id ?? 'none'),
    )
    return { message: copies.at(-1)?.id ?? '', card: copies.at(-1)?.card }
  }

  async function eveHears(summary: string, act: () => Promise<unknown>) {
    const before = await eve.messages()
    await act()
    return eve.next(before, (message) => message.summary === summary)
  }

  async function wesHears(act: () => Promise<unknown>) {
    const before = await wes.messages()
    await act()
    return wes.next(before, ({ card }) => card !== undefined)
  }

  async function historyFor(who: 'sam' | 'bea' | 'wes' | 'eve', action: string) {
    const { history, row } = await actionAs(signed[who], action)
    return {
      state: row.state,
      history: history.map(({ what, texts }) => [what, ...texts.map(({ text }) => text)]),
    }
  }

  it('done, disputed, done again, confirmed: everyone concerned sees the whole history', async () => {
    const waiting = (await signed.wes.get('/api/waiting')).body as { items: { subject: string }[] }
    const action = waiting.items[0]?.subject ?? ''
    const asked = await card(action)
    expect(textsOn(asked.card)).toContain('Case N-08, A1: one action for you')

    const form = await wes.press(asked.message, 'It is done')
    expect(buttonsOn(form)).toEqual(['Send', 'Back', 'Open'])
    const did = await eveHears('Case N-08: did action A1 happen?', async () => {
      const receipt = await wes.press(asked.message, 'Send', {
        whatWasDone: 'Seen alone at school.',
        evidence: 'It is in the record.',
      })
      expect(textsOn(receipt)).toEqual([
        'Case N-08, A1: answered',
        expect.stringMatching(JUST_NOW),
        'You said that it is done.',
        'Whoever asked for it is asked whether it happened. You hear again only if something is left to do.',
        HELP,
      ])
      expect(buttonsOn(receipt)).toEqual(['Open', 'What else is waiting?'])
    })
    expect(buttonsOn(did.card)).toEqual(['Yes, it happened', 'No, it did not', 'Open'])
    expect(textsOn(did.card)).toContain(
      'The allocated worker of N-08 says that action A1 is done: See the child alone at home and at school and record their wishes. Only you can say that it happened.',
    )

    await eve.press(did.id, 'No, it did not')
    const back = await wesHears(() => eve.press(did.id, 'Send', { reason: 'Not at home yet.' }))
    expect(textsOn(back.card)).toContain(
      'Schools (lead person) says that it did not happen yet. Open it to read why.',
    )
    expect(JSON.stringify(back)).not.toContain('Not at home yet')

    await wes.press(back.id, 'It is done')
    const again = await eveHears('Case N-08: did action A1 happen?', () =>
      wes.press(back.id, 'Send', { whatWasDone: 'Seen alone at home, too.', evidence: 'Second entry.' }),
    )
    const closed = await eve.press(again.id, 'Yes, it happened')
    expect(textsOn(closed)).toContain('The action is closed.')

    const story = {
      state: 'confirmed',
      history: [
        ['Said that it happened'],
        ['Said that it is done', 'Second entry.', 'Seen alone at home, too.'],
        ['Said that it did not happen', 'Not at home yet.'],
        ['Said that it is done', 'It is in the record.', 'Seen alone at school.'],
        ['Recorded the action'],
      ],
    }
    for (const who of ['sam', 'bea', 'wes', 'eve'] as const) {
      const seen = await historyFor(who, action)
      expect({
        ...seen,
        history: seen.history.map(([what, ...texts]) => [what, ...texts.toSorted()]),
      }).toEqual(story)
    }
  })

  const somethingIsNotRight = async (message: string, form: string) => {
    await wes.press(message, 'Something is not right')
    return wes.press(message, 'Next', { form })
  }

  it('more time: asked for, agreed to; the action is due on the later day', async () => {
    const { id, number } = await recordOne(signed)
    const asked = await card(id)
    await somethingIsNotRight(asked.message, 'ask-for-time')
    const said = { until: '2018-07-13', reason: 'She is on leave.' }
    const question = await eveHears(`Case N-08: more time is asked for action ${number}`, () =>
      wes.press(asked.message, 'Send', said),
    )
    expect(buttonsOn(question.card)).toEqual(['Agree to 13 July', 'Keep 29 June', 'Open'])
    const told = await wesHears(() => eve.press(question.id, 'Agree to 13 July'))
    expect(textsOn(told.card).slice(0, 3)).toEqual([
      `Case N-08, ${number}: one action for you`,
      'Schools (lead person) agreed to the later day.',
      'Please do this by Friday 13 July: Tell the school nurse the day of the next visit.',
    ])
    expect((await actionAs(signed.sam, id)).row).toMatchObject({ state: 'open', due: '2018-07-13' })
  })

  it('more time: asked for, not agreed to; the day stays', async () => {
    const { id, number } = await recordOne(signed)
    const asked = await card(id)
    await somethingIsNotRight(asked.message, 'ask-for-time')
    const said = { until: '2018-07-13', reason: 'She is on leave.' }
    const question = await eveHears(`Case N-08: more time is asked for action ${number}`, () =>
      wes.press(asked.message, 'Send', said),
    )
    await eve.press(question.id, 'Keep 29 June')
    const told = await wesHears(() =>
      eve.press(question.id, 'Keep the day', { reason: 'The visit is on that day.' }),
    )
    expect(textsOn(told.card)[1]).toBe('Schools (lead person) keeps the day. Open it to read why.')
    expect((await actionAs(signed.sam, id)).row).toMatchObject({ state: 'open', due: '2018-06-29' })
  })

  it.each([
    ['a day that has passed', { until: '2018-06-17' }, 'That day has passed. Choose a later one.'],
    ['the day that it has', { until: '2018-06-29' }, 'Choose a day after the one that the action has now.'],
    ['no day', {}, 'Give a day, for example 22 6 2018.'],
    ['no day in the calendar', { until: '31 June' }, 'This is not a day in the calendar.'],
    ['no reason', { until: '2018-07-13', reason: ' ' }, 'Say why more time is needed.'],
  ])('a form with %s says what is missing and changes nothing', async (_, typed, sentence) => {
    const { id } = await recordOne(signed)
    const asked = await card(id)
    const form = await somethingIsNotRight(asked.message, 'ask-for-time')
    const send = buttonOf(form, 'Send')
    const said = { reason: 'She is on leave.', ...typed }
    const answer = await wes.send(asked.message, { ...send, data: { ...send.data, ...said } })
    expect(answer).toEqual({ kind: 'error', message: sentence })
    expect(await actionAs(signed.quinn, id)).toMatchObject({ version: 1, row: { state: 'open' } })
  })

  it.each([
    ['not-right', 'The action is wrong or does not fit'],
    ['cannot-do', "I can't do this"],
  ])('%s: the raiser answers and the action stays', async (choice, words) => {
    const { id, number } = await recordOne(signed)
    const asked = await card(id)
    await somethingIsNotRight(asked.message, choice)
    const question = await eveHears(`Case N-08: a question about action ${number}`, () =>
      wes.press(asked.message, 'Send', { reason: 'There is no nurse.' }),
    )
    expect(buttonsOn(question.card)).toEqual(['Keep it as it is', 'Withdraw it', 'Open'])
    expect(JSON.stringify(question)).not.toContain('There is no nurse')
    await eve.press(question.id, 'Keep it as it is')
    const told = await wesHears(() =>
      eve.press(question.id, 'Keep it as it is', { reason: 'The next school covers it.' }),
    )
    expect(textsOn(told.card)[1]).toBe(
      'Schools (lead person) answered your question. Open it to read the answer.',
    )
    const { history } = await historyFor('sam', id)
    expect(history[0]).toEqual(['Kept the action as it is', 'The next school covers it.'])
    expect(history[1]).toContain(words)
  })

  it.each(['not-right', 'cannot-do'])(
    '%s: the raiser withdraws it, and nobody owes anything',
    async (choice) => {
      const { id, number } = await recordOne(signed)
      const asked = await card(id)
      await somethingIsNotRight(asked.message, choice)
      const question = await eveHears(`Case N-08: a question about action ${number}`, () =>
        wes.press(asked.message, 'Send', { reason: 'There is no nurse.' }),
      )
      await eve.press(question.id, 'Withdraw it')
      const receipt = await eve.press(question.id, 'Withdraw it', { reason: 'Not needed any more.' })
      expect(textsOn(receipt)).toContain('You withdrew the action.')
      expect(await actionAs(signed.sam, id)).toMatchObject({ duty: null, row: { state: 'withdrawn' } })
    },
  )

  it('a client that only knows Action.Submit gets its card replaced', async () => {
    const { id } = await recordOne(signed)
    const asked = await card(id)
    const { duty } = await actionAs(signed.wes, id)
    const data = {
      verb: 'answer',
      duty: duty?.id,
      deed: 'report-done',
      whatWasDone: 'Told her.',
      evidence: 'Note.',
    }
    const answer = await signed.wes.post('/local/chat/press', {
      activityId: asked.message,
      action: { type: 'Action.Submit', data },
    })
    expect(answer.body).toEqual({ kind: 'nothing' })
    const standing = (await wes.messages()).find((message) => message.id === asked.message)
    expect(textsOn(standing?.card)).toContainEqual(expect.stringMatching(JUST_NOW))
    expect((await actionAs(signed.quinn, id)).row.state).toBe('reported-done')
  })

  it('"list" brings the list of what is waiting, and each line opens its card', async () => {
    const { number } = await recordOne(signed, { due: '2018-06-19' })
    const before = await wes.messages()
    await signed.wes.post('/local/chat/say', { text: 'list' })
    const list = await wes.next(before, ({ summary }) => summary === 'What is waiting for you')
    const opened = await wes.press(list.id, `Answer ${number}`)
    expect(textsOn(opened)[0]).toBe(`Case N-08, ${number}: one action for you`)
  })
})
