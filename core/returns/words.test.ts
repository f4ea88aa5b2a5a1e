import { expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import { aCollation, everyChronology } from '#tests/fixtures/a-return.ts'

import { lookBackFrom } from './look-back.ts'
import { collationInWords, partInWords } from './words.ts'

const today = day('2018-05-25')

it.each([
  ['not-started', 'Not started'],
  ['draft', 'Being written'],
  ['submitted', 'Sent on 21 May at 10:00'],
  ['sent-back', 'Sent back on 22 May at 09:00'],
  ['accepted', 'Sent on 23 May at 09:00, 2 days late, accepted'],
] as const)('a part that is %s says so in words', (state, words) => {
  expect(partInWords(everyChronology[state], today, true).words).toBe(words)
})

it.each([
  ['2018-05-21', '23:59', 'Sent on 21 May at 23:59'],
  ['2018-05-22', '00:01', 'Sent on 22 May at 00:01, 1 day late'],
  ['2018-05-23', '12:00', 'Sent on 23 May at 12:00, 2 days late'],
])('what was due on 21 May and came on %s at %s: %s', (on, time, words) => {
  const part = { ...everyChronology.submitted, at: momentAt(day(on), time) }
  expect(partInWords(part, today, true).words).toBe(words)
})

it('a part is owing until it was sent, and never where nothing is owed', () => {
  expect(partInWords(everyChronology.draft, today, true).owing).toBe(true)
  expect(partInWords(everyChronology['sent-back'], today, true).owing).toBe(true)
  expect(partInWords(everyChronology.submitted, today, true).owing).toBe(false)
  expect(partInWords(everyChronology.draft, today, false).owing).toBe(false)
})

it('a collation says by when it is due, and when it was sent on', () => {
  expect(collationInWords(aCollation('open'), today)).toBe('Due 24 May, 1 day late')
  expect(collationInWords(aCollation('sent'), today)).toBe('Sent on to the partnership on 24 May at 11:00')
})

it.each([
  ['2018-05-07', 6, '2017-11-07'],
  ['2018-08-31', 6, '2018-02-28'],
  ['2016-08-31', 6, '2016-02-29'],
  ['2018-01-15', 12, '2017-01-15'],
])('%s and %i months back is %s', (start, months, from) => {
  expect(lookBackFrom(day(start), months)).toBe(from)
})
