import { expect, it } from 'vitest'

import { sheetNames } from './sheet-names.ts'

it.each([
  ['Actions', 'Actions'],
  ['Forms: close/the [loop]', 'Forms close the loop'],
  ["'quoted'", 'quoted'],
  ['', 'Sheet'],
  ['???', 'Sheet'],
  ['History', 'History (2)'],
  ['x'.repeat(40), 'x'.repeat(31)],
  [`${'x'.repeat(30)}🙂`, 'x'.repeat(30)],
  [`${'x'.repeat(30)}' y`, 'x'.repeat(30)],
  ['two\nlines\u0007', 'two lines'],
  ['Prénoms', 'Prénoms'],
])('%j becomes %j', (wanted, name) => {
  expect(sheetNames([wanted])).toEqual([name])
})

it('no two sheets have one name, in any case', () => {
  const long = 'x'.repeat(31)
  expect(sheetNames(['Actions', 'actions', 'ACTIONS', long, `${long}y`])).toEqual([
    'Actions',
    'actions (2)',
    'ACTIONS (3)',
    long,
    `${'x'.repeat(27)} (2)`,
  ])
})
