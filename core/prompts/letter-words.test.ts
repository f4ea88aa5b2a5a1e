import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'

import { againOf, lineOf, readersInWords, sentenceOf, summaryOf } from './letter-words.ts'

const { today } = around
const what = 'Hold the legal planning meeting.'
const owes = 'Social Care'
const owed = 'Schools'
const said = { what, owes, owed } as const

describe('the notification', () => {
  it.each([
    [[], 'Nothing is waiting for you'],
    [[anItem()], 'Case N-08: one action is due tomorrow'],
    [[anItem({ due: day('2018-06-09') })], 'Case N-08: one action is due 9 June, 3 days late'],
    [[anItem({ kind: 'say-whether-it-happened' })], 'Case N-08: did action A2 happen?'],
    [[anItem({ kind: 'answer-more-time' })], 'Case N-08: more time is asked for action A2'],
    [[anItem({ kind: 'answer-question' })], 'Case N-08: a question about action A2'],
    [[anItem({ kind: 'update-action' })], 'Case N-08: how does action A2 stand?'],
    [[anItem({ kind: 'see-ended' })], 'Case N-08: action A2 is no longer asked'],
    [[anItem({ kind: 'check-impact' })], 'Case N-08: did action A2 help?'],
    [[anItem({ yours: false })], 'Case N-08: action A2 is late'],
    [[anItem(), anItem()], '2 things are waiting for you'],
  ] as const)('for %o is "%s"', (items, summary) => {
    expect(summaryOf(items, today)).toBe(summary)
  })

  it('is a verb and a reference: nothing that was typed, nobody’s post, no help line', () => {
    const typed = { what: 'Wren Ashby-Test', owes: 'Robin-Test', owed: 'Sam-Test' }
    const kinds = ['do-action', 'say-whether-it-happened', 'answer-more-time', 'answer-question'] as const
    const summaries = kinds.flatMap((kind) =>
      [true, false].map((yours) => summaryOf([anItem({ ...typed, kind, yours })], today)),
    )
    expect(summaries.join()).not.toMatch(/Test/)
  })
})

describe('the sentence', () => {
  it.each([
    ['before its day', anItem(said), 'Please do this by Wednesday 13 June: Hold the legal planning meeting.'],
    [
      'after its day',
      anItem({ ...said, due: day('2018-06-11') }),
      'Please do this: Hold the legal planning meeting. It was due 11 June, 1 day late.',
    ],
    [
      'to the raiser',
      anItem({ ...said, kind: 'say-whether-it-happened' }),
      'Schools says that action A2 is done: Hold the legal planning meeting. Only you can say that it happened.',
    ],
    [
      'about more time',
      anItem({ ...said, kind: 'answer-more-time', until: day('2018-06-22') }),
      'Schools asks for time until Friday 22 June for action A2: Hold the legal planning meeting. It is due tomorrow.',
    ],
    [
      'by the update day',
      anItem({ ...said, kind: 'update-action', due: day('2018-06-25'), actionDue: day('2018-07-13') }),
      'Please say by Monday 25 June how action A2 stands: Hold the legal planning meeting. It is due 13 July.',
    ],
    [
      'to an owner who need not do it any more',
      anItem({ ...said, kind: 'see-ended' }),
      'Schools took back action A2: Hold the legal planning meeting. You need not do it any more. Open it to read why.',
    ],
    [
      'half a year later',
      anItem({ ...said, kind: 'check-impact', due: day('2018-12-06') }),
      'Action A2 happened half a year ago: Hold the legal planning meeting. Please say by Thursday 6 December whether it helped.',
    ],
    [
      'about more time, in a list',
      anItem({ ...said, kind: 'answer-more-time' }),
      'Schools asks for more time for action A2: Hold the legal planning meeting.',
    ],
    [
      'about a question',
      anItem({ ...said, kind: 'answer-question' }),
      'Schools says that something is not right with action A2: Hold the legal planning meeting. Open it to read what.',
    ],
    [
      'to whom it climbs',
      anItem({ ...said, yours: false, due: day('2018-06-11') }),
      'Social Care has not said yet that action A2 is done: Hold the legal planning meeting. It was due 11 June, 1 day late. Please speak with them.',
    ],
  ])('%s', (_, item, sentence) => {
    expect(sentenceOf(item, today)).toBe(sentence)
  })
})

it.each([
  ['disputed', 'Schools says that it did not happen yet. Open it to read why.'],
  ['more-time-agreed', 'Schools agreed to the later day.'],
  ['day-kept', 'Schools keeps the day. Open it to read why.'],
  ['question-answered', 'Schools answered your question. Open it to read the answer.'],
  [null, undefined],
] as const)('open again because %s: %s', (again, sentence) => {
  expect(againOf(anItem({ ...said, again }))).toBe(sentence)
})

it('says that to nobody but its owner: the update of an action is asked for by somebody else', () => {
  const update = anItem({ ...said, kind: 'update-action', owed: 'The QA manager', again: 'more-time-agreed' })
  expect(againOf(update)).toBeUndefined()
})

it.each([
  ['do-action', 'Read by the raiser, the lead person, the manager and the partnership.'],
  ['update-action', 'Read by everyone whom the action concerns, and the partnership.'],
  ['check-impact', 'Read by everyone whom the action concerns, and the partnership.'],
] as const)('%s says who reads it: %s', (kind, sentence) =>
  expect(readersInWords(kind, 'The raiser')).toBe(sentence),
)

it.each([
  [anItem(said), 'N-08 A2, one action for you: Hold the legal planning meeting. (due tomorrow)'],
  [
    anItem({ ...said, yours: false, due: day('2018-06-11') }),
    'N-08 A2, Social Care has not answered yet: Hold the legal planning meeting. (due 11 June, 1 day late)',
  ],
])('a line of a list', (item, line) => {
  expect(lineOf(item, today)).toBe(line)
})

describe('what is about no action', () => {
  const form = { kind: 'release-form', number: '', what: '', yours: false } as const

  it('is told to the manager at once, and calls nothing late that is not', () => {
    const item = anItem({ ...form, due: day('2018-06-13'), owes: 'Schools (lead person)' })
    expect(summaryOf([item], today)).toBe(
      'Case N-08: the draft for the allocated worker is with Schools (lead person)',
    )
    expect(sentenceOf(item, today)).toBe(
      'Schools (lead person) is asked for the draft for the allocated worker, due tomorrow. You need not do anything.',
    )
  })

  it('climbs when it is late', () => {
    const item = anItem({ ...form, due: day('2018-06-11'), owes: 'Schools (lead person)' })
    expect(summaryOf([item], today)).toBe('Case N-08: the draft for the allocated worker is late')
  })
})
