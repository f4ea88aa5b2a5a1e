import { describe, expect, it } from 'vitest'

import { RECOMMENDATIONS } from '#tests/fixtures/recommendations.ts'

import { smartHints } from './smart.ts'

const draft = {
  what: 'See the child alone at home and at school and record their wishes.',
  help: 'The record shows both visits and what was said.',
  owner: 'worker-n08',
  due: '2018-06-15',
}
const missing = (said: Partial<typeof draft>) =>
  smartHints({ ...draft, ...said })
    .filter(({ met }) => !met)
    .map(({ word }) => word)

const recommendations = RECOMMENDATIONS.map(({ what }) => what)

describe('a recommendation of the Leicester briefing', () => {
  it.each(recommendations)('"%s" gets a hint, whoever owns it and whenever it is due', (what) => {
    expect(missing({ what, help: 'A dip sample of ten records shows it each month.' })).not.toEqual([])
  })

  it.each(recommendations)('"%s" gets more of them as it was published: without owner and day', (what) => {
    expect(missing({ what, help: '', owner: '', due: '' })).toEqual(
      expect.arrayContaining(['Measurable', 'Achievable', 'Timed']),
    )
  })
})

describe('an action of the example', () => {
  it.each([
    [draft.what, draft.help],
    [
      'Tell the referrer the outcome of every contact within two working days.',
      'The school’s log shows an answer for each contact.',
    ],
    ['Send a weekly attendance note to Children’s Social Care.', 'A note has arrived each week.'],
    [
      'Follow up each missed appointment within five working days.',
      'The practice shows its list at the next meeting.',
    ],
    ['Hold the legal planning meeting.', 'The minutes name a decision and a day, agreed by both.'],
  ])('"%s" gets no hint', (what, help) => {
    expect(missing({ what, help })).toEqual([])
  })
})

it.each([
  ['Specific', { what: 'Better recording' }],
  ['Measurable', { what: 'See the child alone', help: 'ok' }],
  ['Measurable', { help: '' }],
  ['Achievable', { owner: '' }],
  ['Achievable', { what: 'All agencies see the child alone and record it.' }],
  ['Realistic', { what: 'Always see the child alone and record it.' }],
  ['Timed', { due: '' }],
] as const)('%s is missing in %o', (word, said) => {
  expect(missing(said)).toContain(word)
})

it('names the five words in their order, each with what to do', () => {
  const hints = smartHints({ what: '', help: '', owner: '', due: '' })
  expect(hints.map(({ word }) => word)).toEqual([
    'Specific',
    'Measurable',
    'Achievable',
    'Realistic',
    'Timed',
  ])
  expect(hints.filter(({ met, hint }) => met || hint === '')).toEqual([])
})
