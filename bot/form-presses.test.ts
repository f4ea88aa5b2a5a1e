import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { decideForm } from '#core/close-the-loop/decide.ts'
import type { Form } from '#core/close-the-loop/form.ts'
import { partsWritten } from '#core/close-the-loop/parts.ts'
import type { PersonId } from '#core/ids.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { aLoopItem, around } from '#tests/fixtures/a-letter.ts'
import { nodesOf, textsOf } from '#tests/fixtures/card-rules.ts'
import type { Node } from '#tests/fixtures/card-rules.ts'

import { botEvents } from './bot-events.ts'
import { askCard } from './cards/ask-card.ts'
import { loopCard } from './cards/loop-card.ts'
import type { LoopItem } from './cards/loop-card.ts'
import type { Desk, DutyCard } from './desk.ts'
import { teamsRoad } from './teams-road.ts'
import type { BotTransport, CardAnswer, CardJson } from './transport/bot-transport.ts'

const today = day('2018-06-19')
const user = { tenantId: 'tenant-1', aadId: 'aad-wes' }

/** A house with one form and its worker, which decides as the real one does. */
function aHouse(form: Form = aForm('released')) {
  const house = { form }
  const duty = async (): Promise<DutyCard> => {
    const { form } = house
    if (form.state !== 'released' && form.state !== 'seen')
      return {
        state: 'answered',
        kind: 'write-form',
        path: '/forms/f',
        reference: 'N-08',
        number: '',
        sentences: [],
      }
    const { draft } = form
    const { good, asked } = form
    const kind = form.state === 'seen' ? 'write-form' : 'see-form'
    const written = partsWritten(draft)
    const shared = draft.shared ?? false
    return {
      state: 'owed',
      item: aLoopItem({ kind }, { good, asked, seen: form.state === 'seen', written, shared }),
    }
  }
  const desk = {
    personOf: async () => 'wes' as PersonId,
    around: async () => around,
    duty,
    async answerForm(_: PersonId, __: string, answer) {
      const decision = decideForm(house.form, answer, momentAt(today, '10:00'), today, 'wes' as PersonId)
      if (decision.ok) house.form = decision.value
      return decision
    },
    arrived: async () => {},
  } as Pick<Desk, 'personOf' | 'around' | 'duty' | 'answerForm' | 'arrived'> as Desk
  const events = botEvents(desk)
  let presses = 0
  const press = (button: Node, typed: Node = {}): Promise<CardAnswer> =>
    events.cardAction({
      verb: String(button['verb']),
      data: { ...(button['data'] as object), ...typed },
      trigger: 'manual',
      user,
      activityId: `press-${(presses += 1)}`,
    })
  return {
    house,
    press,
    first: async () => {
      const card = await duty()
      if (card.state !== 'owed') throw new Error('nothing is owed')
      return askCard(card.item, around)
    },
  }
}

const cardOf = (answer: CardAnswer): CardJson => {
  if (answer.kind !== 'card') throw new Error(JSON.stringify(answer))
  return answer.card
}
const primaryOf = (card: CardJson): Node => {
  const [button] = nodesOf(card['body']).filter(({ type }) => type === 'Action.Execute')
  if (!button) throw new Error(`no button: ${textsOf(card).join(' ')}`)
  return button
}
const inputsOf = (card: CardJson) =>
  nodesOf(card['body']).filter(({ type }) => String(type).startsWith('Input.'))

/** What the worker types, by the field. */
const WORDS: Readonly<Record<string, string>> = {
  metOn: '2018-06-19',
  present: 'Worker and manager of N-08.',
  background: 'Concerns over food and dental care.',
  reflections: 'I took the word that the visit was booked.',
  learning: 'Confirm, do not assume.',
}

const readCard = (answered: boolean): string =>
  textsOf(loopCard(aLoopItem({}, { answered }) as LoopItem, 'read', around)).join('\n')

describe('the worker’s part of the form, in chat', () => {
  it('takes at most six cards, four fields to write in, and twelve taps', async () => {
    const { house, press, first } = aHouse()
    let card = await first()
    let [cards, fields, taps] = [1, 0, 0]
    while (house.form.state !== 'written' && cards < 20) {
      const asked = inputsOf(card).filter(({ isRequired }) => isRequired === true)
      fields += asked.filter(({ type }) => type === 'Input.Text').length
      // The button, and a tap into each text; a day takes two: open the calendar, choose.
      taps += asked.reduce((sum, { type }) => sum + (type === 'Input.Date' ? 2 : 1), 1)
      const typed = Object.fromEntries(asked.map(({ id }) => [id, WORDS[String(id)]]))
      card = cardOf(await press(primaryOf(card), { ...typed, shared: 'false' }))
      if (!textsOf(card)[0]?.endsWith('answered')) cards += 1
    }
    expect(house.form).toMatchObject({ state: 'written', part: { ...WORDS, shared: false } })
    expect({ cards, fields, taps }).toEqual({ cards: 6, fields: 4, taps: 12 })
  })

  it('is a message that changes in place: no answer carries a word that was typed', async () => {
    const { press, first } = aHouse()
    let card = await first()
    const seen = []
    for (let step = 0; step < 6; step += 1) {
      const answer = await press(primaryOf(card), WORDS)
      seen.push(JSON.stringify(answer))
      card = cardOf(answer)
      if (textsOf(card).some((text) => text.endsWith('answered'))) break
    }
    expect(seen.length).toBe(6)
    for (const text of Object.values(WORDS)) expect(seen.join()).not.toContain(text)
  })

  it('"something is not right" takes one choice and one text, and goes to the lead person', async () => {
    const { house, press, first } = aHouse()
    const read = cardOf(await press(primaryOf(await first()), {}))
    expect(textsOf(read)).toContain('Something is not right')
    const form = cardOf(await press({ verb: 'look', data: { duty: 'd', form: 'ask' } }))
    expect(inputsOf(form).map(({ id }) => id)).toEqual(['about', 'text'])
    const send = { verb: 'answer', data: { duty: 'd', deed: 'ask' } }
    expect(await press(send, { about: 'cannot-do', text: '' })).toMatchObject({
      kind: 'error',
      message: 'Say what it is, so that it can be put right.',
    })
    expect(await press(send, { text: 'x' })).toMatchObject({ kind: 'error', message: 'Choose what it is.' })
    expect(house.form.question).toBeNull()
    await press(send, { about: 'not-right', text: 'It was on 9 March.' })
    expect(house.form.question).toMatchObject({ about: 'not-right', by: 'wes' })
  })

  it('what the lead person answered is read in the tab: the card says that there is an answer', () => {
    expect(readCard(true)).toContain('Your lead person answered what you said.')
    expect(readCard(false)).not.toContain('answered')
  })

  it('shares the reflections only when the worker says so, and says on the check card which it is', async () => {
    const { house, press } = aHouse(aForm('seen', { draft: {} }))
    await press(
      { verb: 'answer', data: { duty: 'd', deed: 'write', form: 'reflections' } },
      { ...WORDS, shared: 'true' },
    )
    expect(house.form).toMatchObject({ draft: { reflections: WORDS['reflections'], shared: true } })
    const check = cardOf(await press({ verb: 'look', data: { duty: 'd', form: 'check' } }))
    expect(textsOf(check)).toContain('Your manager reads it, too: you share it.')
    expect(textsOf(check)[0]).toBe('Case N-08: 1 of 4 parts written')
  })

  it('goes on where it was left, whichever old card is pressed', async () => {
    const { press } = aHouse(
      aForm('seen', { draft: { ...WORDS, metOn: day('2018-06-19'), reflections: '' } }),
    )
    for (const data of [{ deed: 'see' }, { deed: 'send' }]) {
      const card = cardOf(await press({ verb: 'answer', data: { duty: 'd', ...data } }))
      expect(textsOf(card)[0]).toBe('Case N-08: your reflections')
    }
  })

  it('that was sent answers an old card with the receipt', async () => {
    const { press, house } = aHouse(aForm('written'))
    const card = cardOf(
      await press({ verb: 'answer', data: { duty: 'd', deed: 'write', form: 'learning' } }, WORDS),
    )
    expect(textsOf(card)[0]).toBe('Case N-08: answered')
    expect(house.form).toEqual(aForm('written'))
  })

  it.each([
    [
      'meeting',
      { metOn: '2018-06-20' },
      'That day is still to come. Give the day when the meeting was held.',
    ],
    [
      'meeting',
      { metOn: '2018-06-05' },
      'That was before panel day. Give the day of the meeting about what the panel found.',
    ],
    ['meeting', { metOn: '30 2' }, 'This is not a day in the calendar.'],
    ['meeting', { present: ' ' }, 'Say who was there.'],
    ['reflections', { reflections: '' }, 'Say what you think of it now.'],
    ['learning', { learning: undefined }, 'Say what can be done differently.'],
    ['nonsense', {}, 'This card is too old. Say "help" for a new one.'],
    ['toString', {}, 'This card is too old. Say "help" for a new one.'],
  ])('on the step "%s" with %o nothing is kept, and the card says why', async (form, typed, message) => {
    const { press, house } = aHouse(aForm('seen'))
    const answer = await press(
      { verb: 'answer', data: { duty: 'd', deed: 'write', form } },
      { ...WORDS, ...typed },
    )
    expect(answer).toMatchObject({ kind: 'error', status: 400, message })
    expect(house.form).toEqual(aForm('seen'))
  })

  it.each(['release', 'sign', 'close', 'send-back'])(
    '"%s" is no press of a card: it changes nothing',
    async (deed) => {
      const { press, house } = aHouse(aForm('seen'))
      const answer = await press({ verb: 'answer', data: { duty: 'd', deed, leadNote: 'x', comment: 'x' } })
      expect(answer).toMatchObject({ kind: 'error', message: 'Choose an answer.' })
      expect(house.form).toEqual(aForm('seen'))
    },
  )
})

describe('what is sent by itself', () => {
  it('says what to do and carries no word of the form', async () => {
    const sent: CardJson[] = []
    const transport = {
      send: async (_: unknown, { card }: { card?: CardJson }) => {
        if (card) sent.push(card)
        return { ok: true, activityId: 'a' } as const
      },
    } as unknown as BotTransport
    const road = teamsRoad(transport, { addressOf: async () => ({}) as never })
    const { form: _, ...item } = aLoopItem()
    await road.post('wes' as PersonId, { number: 7, replacement: false, items: [item], around }, () => true)
    expect(textsOf(sent[0] ?? {})).toContain('Case N-08: please read what the panel found')
    expect(JSON.stringify(sent)).not.toContain('kept asking')
    const titles = nodesOf(sent[0]?.['body']).flatMap(({ type, title }) =>
      type === 'Action.Execute' ? [title] : [],
    )
    expect(titles).toEqual(['Read it'])
  })

  it('a card that is asked for again by itself shows no words either', async () => {
    const { press } = aHouse()
    const card = cardOf(await press({ verb: 'look', data: { duty: 'd' } }))
    expect(JSON.stringify(card)).not.toContain('kept asking')
    const read = cardOf(await press({ verb: 'look', data: { duty: 'd', form: 'read' } }))
    expect(textsOf(read)).toContain('The school kept asking until it had an answer.')
  })
})
