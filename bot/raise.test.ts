import { describe, expect, it } from 'vitest'

import type { CardAction, CardAnswer } from '#bot/transport/bot-transport.ts'
import { aDesk, address, press, user, wes } from '#tests/fixtures/a-desk.ts'
import { around } from '#tests/fixtures/a-letter.ts'
import { nodesOf, textsOf } from '#tests/fixtures/card-rules.ts'

const raising = {
  mine: [{ id: 'lead-edu', name: 'Schools (Eve Lead-Test)' }],
  others: [{ id: 'lead-csc', name: 'Social Care (Ada Lead-Test)' }],
  references: ['N-05', 'N-08'],
}
const two = { ...raising, mine: [...raising.mine, { id: 'dsl', name: 'Safeguarding lead' }] }

const typed = {
  form: 'send',
  concern: 'Nobody has visited quokka.',
  about: 'action',
  reference: 'N-08',
  addressee: 'lead-csc',
  interimSafety: 'The school sees the child quokka.',
  due: '',
}
const cardOf = (answer: CardAnswer) => {
  if (answer.kind !== 'card') throw new Error(JSON.stringify(answer))
  return answer.card
}
const inputsOf = (answer: CardAnswer) =>
  nodesOf(cardOf(answer)).flatMap(({ type, id }) => (String(type).startsWith('Input.') ? [id] : []))
const raise = (data: CardAction['data'], world: Parameters<typeof aDesk>[0] = { raising }) => {
  const { events, said } = aDesk(world)
  return events.cardAction(press('raise', data)).then((answer) => ({ answer, said }))
}

describe('raising a concern in chat', () => {
  it('asks first whether a child is in danger now', async () => {
    const message = { text: 'raise a concern', activityId: 'm-1', user }
    const outgoing = await aDesk().events.message(address, message)
    const card = outgoing?.card ?? cardOf((await raise({ form: 'first' })).answer)
    expect(textsOf(card)).toContain('Is a child in danger now?')
    expect(textsOf(card)).toContain('Yes, a child is in danger')
    expect(cardOf((await raise({ form: 'first' })).answer)).toEqual(card)
  })

  it('danger shows what to do by area, and stores nothing', async () => {
    const { answer, said } = await raise({ form: 'danger' })
    expect(textsOf(cardOf(answer))).toEqual(expect.arrayContaining([...around.danger]))
    expect(JSON.stringify(answer)).toContain('Ring 999')
    expect(said).toEqual([])
  })

  it('is one form: what worries, what about, which case, who, how the child is kept safe, how soon', async () => {
    const { answer, said } = await raise({ form: 'concern' })
    expect(inputsOf(answer)).toEqual(['concern', 'about', 'reference', 'addressee', 'interimSafety', 'due'])
    expect(inputsOf((await raise({ form: 'concern' }, { raising: two })).answer)).toContain('raiser')
    expect(said).toEqual([])
  })

  it('fits a card with however many posts there are, and says where the others are', async () => {
    const others = Array.from({ length: 300 }, (_, n) => ({
      id: `post-${n}-of-some-agency-in-a-round`,
      name: `Allocated worker of N-${n} (Somebody With-A-Long-Name-Test)`,
    }))
    const { answer } = await raise({ form: 'concern' }, { raising: { ...raising, others } })
    expect(Buffer.byteLength(JSON.stringify(cardOf(answer)), 'utf16le')).toBeLessThan(28 * 1024)
    expect(textsOf(cardOf(answer))).toContain('Somebody else? Raise it on a page.')
  })

  it('goes by the way of the tab, once for each card, and leaves its number alone', async () => {
    const { answer, said } = await raise(typed)
    expect(said).toEqual([
      [
        'raise',
        wes,
        {
          danger: false,
          concern: typed.concern,
          about: 'action',
          reference: 'N-08',
          raiser: 'lead-edu',
          addressee: 'lead-csc',
          interimSafety: typed.interimSafety,
        },
        'press-1',
      ],
    ])
    expect(textsOf(cardOf(answer))[0]).toBe('Escalation X6: raised')
    expect(JSON.stringify(answer)).not.toContain('quokka')
    const { events, said: other } = aDesk({ raising })
    await events.cardAction({ ...press('raise', typed), replyToId: 'card-7' })
    expect(other[0]).toContain('card-7')
  })

  it.each([
    [{ concern: ' ' }, 'Say what worries you.'],
    [{ interimSafety: '' }, 'Say how the child is kept safe until this is settled.'],
    [{ addressee: undefined }, 'Choose whom to ask.'],
    [{ about: 'weather' }, 'Choose what it is about.'],
    [{ reference: 'Wren' }, 'A reference looks like N-08. Never a name.'],
    [{ due: 'soon' }, 'This is not a day in the calendar.'],
  ])('%o is said, and nothing is raised', async (wrong, message) => {
    const { answer, said } = await raise({ ...typed, ...wrong })
    expect(answer).toEqual({ kind: 'error', status: 400, code: 'BadInput', message })
    expect(said).toEqual([])
  })

  it('whoever has several posts says as which', async () => {
    const { answer } = await raise(typed, { raising: two })
    expect(answer).toMatchObject({ kind: 'error', message: 'Choose as whom you raise it.' })
  })

  it('a refusal is the sentence of the tab: what was typed stays on the card', async () => {
    const says = 'Nobody can be asked there. Choose another.'
    const { answer } = await raise(typed, { raising, raised: { ok: false, says } })
    expect(answer).toEqual({ kind: 'error', status: 400, code: 'BadInput', message: says })
  })

  it('whoever holds no post is told who helps, also when they send the form', async () => {
    for (const data of [{ form: 'concern' }, typed]) {
      const { answer, said } = await raise(data, {})
      expect(textsOf(cardOf(answer))).toContain(around.help)
      expect([inputsOf(answer), said]).toEqual([[], []])
    }
  })
})
