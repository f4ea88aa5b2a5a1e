import { expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'

import { cellOf } from './excel-cell.ts'

// Excel's own count, as its DATEVALUE gives it.
it.each([
  ['1900-03-01', 61],
  ['1970-01-01', 25_569],
  ['2000-02-29', 36_585],
  ['2018-06-13', 43_264],
  ['2018-12-31', 43_465],
])('the day %s is %i', (text, serial) => {
  expect(cellOf(day(text), 'day')).toEqual({ value: serial, format: 'dd mmm yyyy' })
})

it.each([
  ['a day that Excel counts otherwise', '1900-02-28', 'day'],
  ['what is no day', '2018-02-30', 'day'],
  ['a day in a column of texts', '2018-06-13', 'text'],
  ['a number in words', '3', 'number'],
] as const)('%s stands as text', (_what, cell, kind) => {
  expect(cellOf(cell, kind)).toEqual({ value: cell, format: 'General' })
})

it.each([
  [3, 'number', 3],
  [3, 'text', '3'],
  [Number.NaN, 'number', 'NaN'],
  [Number.POSITIVE_INFINITY, 'number', 'Infinity'],
] as const)('the number %d in a column of %s', (cell, kind, value) => {
  expect(cellOf(cell, kind)).toEqual({ value, format: 'General' })
})

it('nothing is an empty cell', () => {
  expect(cellOf(null, 'day').value).toBeNull()
})

it('a text longer than a cell says that it goes on, and no sign is cut in half', () => {
  for (const text of ['x'.repeat(40_000), '🙂'.repeat(20_000), `x${'🙂'.repeat(20_000)}`]) {
    const value = String(cellOf(text, 'text').value)
    expect(value.length).toBeLessThanOrEqual(32_767)
    expect(value.isWellFormed()).toBe(true)
    expect(value).toMatch(/… \(the text goes on/)
  }
  expect(cellOf('x'.repeat(32_767), 'text').value).toBe('x'.repeat(32_767))
})
