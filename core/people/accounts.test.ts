import { expect, it } from 'vitest'

import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { invitationUntil } from './accounts.ts'

it.each([
  ['at noon', '2018-06-06T11:00:00.000Z', '2018-06-20T22:59:59.999Z', '2018-06-20'],
  ['in the first minute of a day', '2018-06-05T23:00:00.000Z', '2018-06-20T22:59:59.999Z', '2018-06-20'],
  ['in the last one', '2018-06-06T22:59:00.000Z', '2018-06-20T22:59:59.999Z', '2018-06-20'],
  ['before the clocks go back', '2018-10-19T23:30:00.000Z', '2018-11-03T23:59:59.999Z', '2018-11-03'],
  ['before they go forward', '2018-03-20T12:00:00.000Z', '2018-04-03T22:59:59.999Z', '2018-04-03'],
])(
  'an invitation that is made %s is good until the fourteenth day after it ends in England',
  (_, made, until, day) => {
    expect(invitationUntil(made as Moment)).toBe(until)
    expect(dayOf(until as Moment)).toBe(day)
  },
)
