import { describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { AgencyId, EntryId } from '#core/ids.ts'
import { n08 } from '#local/story/neglect/chronologies/n-08.ts'
import { aRound } from '#tests/fixtures/a-round.ts'

import { momentAt } from '../calendar/moment.ts'
import { plainText } from '../documents/plain-text.ts'
import { chronologyPaper } from './chronology-paper.ts'
import type { Entry } from './entry.ts'
import { mergeEntries, quietSpells, voiceGaps } from './merge.ts'
import type { SentEntry } from './merge.ts'
import { chronologyOf } from './see-chronology.ts'

const agency = (id: string) => id as AgencyId
const order = ['csc', 'eh', 'pol', 'pat', 'pcft', 'gp', 'edu'].map(agency)

/** The sample of N-08, each entry known by its place in it. */
const sample: readonly SentEntry[] = n08.map((told, place) => ({
  agency: agency(told.agency),
  entry: {
    id: `${place}` as EntryId,
    on: day(told.on),
    until: null,
    source: told.source,
    event: told.event,
    voice: told.voice ?? '',
    raisedBy: told.raisedBy ?? '',
    response: told.response ?? '',
    responseSeen: told.seen,
    version: 1,
  },
}))

function one(id: string, of: string, said: Partial<Entry> & { on: Entry['on'] }): SentEntry {
  const entry = { until: null, source: '', event: '', voice: '', raisedBy: '', response: '', version: 1 }
  return { agency: agency(of), entry: { ...entry, id: id as EntryId, responseSeen: 'not-needed', ...said } }
}

const idsOf = (sent: readonly SentEntry[]) => sent.map(({ entry }) => entry.id)

describe('the chronologies of N-08 as one', () => {
  it('stand by day, whatever the order in which agencies sent them', () => {
    const merged = mergeEntries(sample.toReversed(), order)
    expect(merged).toEqual(sample)
    expect(
      mergeEntries(
        sample.toSorted((a, b) => (a.entry.event < b.entry.event ? -1 : 1)),
        order,
      ),
    ).toEqual(sample)
  })

  it('lose nothing and join nothing', () => {
    const twice = one('x', 'pol', { on: day('2018-02-02'), event: 'Visit, then strategy meeting.' })
    const merged = mergeEntries([...sample, twice], order)
    expect(idsOf(merged).toSorted()).toEqual(idsOf([...sample, twice]).toSorted())
    const on = merged.filter(({ entry }) => entry.on === '2018-02-02')
    expect(on.map((each) => each.agency)).toEqual(['csc', 'pol'])
  })
})

describe('on one day', () => {
  const on = day('2018-02-02')
  it.each([
    [
      'an event of the day before a longer time',
      [one('b', 'csc', { on, until: day('2018-03-01') }), one('a', 'edu', { on })],
      ['a', 'b'],
    ],
    [
      'the shorter of two times first',
      [one('b', 'csc', { on, until: day('2018-03-01') }), one('a', 'csc', { on, until: day('2018-02-03') })],
      ['a', 'b'],
    ],
    [
      'agencies in the round’s order',
      [one('a', 'edu', { on }), one('b', 'csc', { on }), one('c', 'gp', { on })],
      ['b', 'c', 'a'],
    ],
    [
      'sources as people count',
      [one('a', 'csc', { on, source: 'log 31' }), one('b', 'csc', { on, source: 'log 9' })],
      ['b', 'a'],
    ],
    ['else always the same', [one('b', 'csc', { on }), one('a', 'csc', { on })], ['a', 'b']],
    [
      'an agency that is no member any more last',
      [one('a', 'old', { on }), one('b', 'edu', { on })],
      ['b', 'a'],
    ],
  ] as const)('%s', (_, sent, ids) => {
    expect(idsOf(mergeEntries(sent, order))).toEqual(ids)
    expect(idsOf(mergeEntries(sent.toReversed(), order))).toEqual(ids)
  })
})

describe('where the child spoke and nobody answered', () => {
  const on = day('2018-02-01')
  const spoke = one('a', 'edu', { on, voice: '“Nobody came.”', responseSeen: 'none' })
  const answered = (of: string, when: string) => one('z', of, { on: day(when), responseSeen: 'seen' })

  it.each([
    ['the child’s words without a response', [spoke], ['a']],
    [
      'something that the child raised',
      [one('a', 'edu', { on, raisedBy: 'Child', responseSeen: 'none' })],
      ['a'],
    ],
    ['a young person', [one('a', 'edu', { on, raisedBy: 'the young person', responseSeen: 'none' })], ['a']],
    ['not a child minder', [one('a', 'edu', { on, raisedBy: 'childminder', responseSeen: 'none' })], []],
    ['not where a response was seen', [one('a', 'edu', { on, voice: 'x', responseSeen: 'seen' })], []],
    ['not what an adult raised', [one('a', 'edu', { on, raisedBy: 'mother', responseSeen: 'none' })], []],
    ['not when the agency answered within four weeks', [spoke, answered('edu', '2018-03-01')], []],
    ['an answer that came later does not count', [spoke, answered('edu', '2018-03-02')], ['a']],
    ['an answer from before does not count', [spoke, answered('edu', '2018-01-31')], ['a']],
    ['another agency’s answer does not count', [spoke, answered('csc', '2018-02-02')], ['a']],
  ] as const)('%s', (_, sent, ids) => {
    expect(voiceGaps(sent)).toEqual(ids)
  })
})

describe('quiet spells', () => {
  const csc = (on: string, until?: string) =>
    one(on, 'csc', { on: day(on), until: until === undefined ? null : day(until) })

  it.each([
    ['over 60 days are mentioned', [csc('2018-01-01'), csc('2018-03-03')], [61]],
    ['60 days are not', [csc('2018-01-01'), csc('2018-03-02')], []],
    [
      'another agency’s entry does not fill them',
      [csc('2018-01-01'), one('x', 'edu', { on: day('2018-02-01') }), csc('2018-03-07')],
      [65],
    ],
    ['a longer time covers its days', [csc('2018-01-01', '2018-02-01'), csc('2018-03-07')], []],
    [
      'a short entry inside a longer one does not end it',
      [csc('2018-01-01', '2018-02-20'), csc('2018-01-05'), csc('2018-04-01')],
      [],
    ],
    ['before the first and after the last entry nothing is said', [csc('2018-01-01')], []],
  ] as const)('%s', (_, sent, days) => {
    expect(quietSpells(mergeEntries(sent, order)).map((spell) => spell.days)).toEqual(days)
  })

  it('of N-08: only agencies with two entries can have one', () => {
    expect(quietSpells(sample).map((each) => [each.agency, each.days])).toEqual([['pcft', 99]])
  })
})

describe('the view', () => {
  const view = chronologyOf(aRound('evaluating'), {
    entries: sample.filter((each) => ['csc', 'edu', 'gp'].includes(each.agency)),
    standings: [
      { agency: agency('gp'), scope: 'in', state: 'accepted' },
      { agency: agency('csc'), scope: 'in', state: 'submitted' },
      { agency: agency('edu'), scope: 'in', state: 'submitted' },
      { agency: agency('ccg'), scope: 'in', state: 'draft' },
    ],
  })

  it('names the agencies in the round’s order, and who is missing', () => {
    expect(view.agencies.map(({ name, words }) => `${name}: ${words}`)).toEqual([
      "Children's Social Care: 3 entries",
      'Schools: 3 entries',
      'Clinical commissioning group: not in yet',
      'GPs: 1 entry',
    ])
  })

  it('says how it stands', () => {
    expect(view.says).toBe(
      '7 entries from 3 agencies. Not in yet: Clinical commissioning group. No response seen: 3 times.',
    )
  })

  it('marks the gaps of the sample: the practice, the contact, and the visit that was believed done', () => {
    expect(view.entries.filter(({ gap }) => gap !== null).map(({ when, gap }) => `${when} ${gap}`)).toEqual([
      '22 November 2017 response',
      '11 December 2017 response',
      '12 January 2018 response',
    ])
  })

  it('as a paper has each entry in its agency’s words, under a marking', () => {
    const whole = { case: 'c', reference: 'N-08', may: { makePaper: true }, ...view }
    const paper = chronologyPaper(whole, momentAt(day('2018-06-18'), '10:04'))
    expect(paper.table.rows).toHaveLength(7)
    expect(paper.table.rows[0]?.cells).toEqual([
      '14 November 2017',
      'Schools',
      'log 31',
      'Arrived in thin shoes, hungry, third time in two weeks.',
      '“There is no dinner on Sundays.”',
      'child',
      'Spoke to mother on 14 November.',
    ])
    expect(paper.table.rows.map(({ tone }) => tone)).toEqual([
      'voice',
      'gap',
      'gap',
      'voice',
      'gap',
      'voice',
      'voice',
    ])
    expect(paper.table.rows[1]?.cells.at(-1)).toBe('No response seen.')
    expect(paper.table.rows.every(({ cells }) => cells.length === paper.table.columns.length)).toBe(true)
    expect(paper.marking).toContain('Confidential')
    expect(plainText(paper.footer)).toBe('N-08 chronology, made on 18 June 2018 at 10:04')
  })
})
