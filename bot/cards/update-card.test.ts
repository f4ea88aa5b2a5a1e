import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'
import { nodesOf } from '#tests/fixtures/card-rules.ts'

import { askCard, formCard } from './ask-card.ts'

const buttons = (card: object) =>
  nodesOf(card)
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title, verb, data }) => [title, verb, data])
const update = anItem({ kind: 'update-action', due: day('2018-06-25'), actionDue: day('2018-07-13') })

describe('the card that asks how an action stands', () => {
  it('offers the three answers: on its way, done, more time', () => {
    const forms = buttons(askCard(update, around)).slice(-3)
    expect(forms).toEqual([
      ['Still on its way', 'look', { duty: 'duty-2', form: 'update' }],
      ['It is done', 'look', { duty: 'duty-2', form: 'report-done' }],
      ['I need more time', 'look', { duty: 'duty-2', form: 'ask-for-time' }],
    ])
  })

  it('takes how it stands in words', () => {
    const card = formCard(update, 'update', around)
    expect(nodesOf(card).filter(({ id }) => id !== undefined)).toMatchObject([
      { id: 'how', isRequired: true },
    ])
    expect(buttons(card)[0]).toEqual(['Send', 'answer', { duty: 'duty-2', deed: 'update' }])
  })
})

it('whether it helped is a choice and how one knows', () => {
  const card = formCard(anItem({ kind: 'check-impact' }), 'say-impact', around)
  expect(nodesOf(card).flatMap(({ id }) => (id === undefined ? [] : [id]))).toEqual(['impact', 'evidence'])
})

it('who need not do it any more presses once', () => {
  const [, seen] = buttons(askCard(anItem({ kind: 'see-ended' }), around))
  expect(seen).toEqual(['I have seen it', 'answer', { duty: 'duty-2', deed: 'seen' }])
})
