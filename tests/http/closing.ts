import { expect } from 'vitest'

import { DUTY_SUBJECTS } from '#core/duties/duty.ts'
import type { DutyItem } from '#core/duties/views.ts'
import { isAboutAction } from '#core/duties/words.ts'

import { done, PEOPLE } from './calls.ts'
import type { Person } from './calls.ts'
import type { Neglect } from './neglect.ts'

type Tracker = { readonly items: readonly { readonly id: string; readonly number: string }[] }

/** The material of the neglect round: each page that somebody beside the partnership read before. */
const materialOf = ({ things }: Neglect): readonly string[] => [
  `/api/cases/${things['case panel-held']}`,
  `/api/cases/${things['case panel-held']}/chronology`,
  `/api/returns/${things['return accepted']}`,
  `/api/collations/${things['collation sent']}`,
  `/api/forms/${things['form seen']}`,
  `/api/forms/${things['form closed']}`,
  `/api/rounds/${things['round panel-held']}/panel`,
]

const isPartnership = (who: Person): boolean => who === 'bea' || who === 'quinn'

/** Closes the neglect round with forms that are not in, and looks at its pages as everybody. */
export async function expectClosed(house: Neglect): Promise<void> {
  const { call, things } = house
  const close = `/api/rounds/${things['round panel-held']}/close`
  const material = materialOf(house)
  for (const path of material)
    expect([path, await readersOf(house, path)]).not.toEqual([path, ['bea', 'quinn']])

  const unsaid = await call('bea', 'POST', close, { body: { reason: ' ' } })
  expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining('still owed')])
  await done(call, 'bea', close, { reason: 'The workers of these forms have left.' })
  const again = await call('bea', 'POST', close, { body: { reason: 'Twice.' } })
  expect([again.status, again.text]).toEqual([409, expect.stringContaining('closed already')])

  for (const path of material) expect([path, await readersOf(house, path)]).toEqual([path, ['bea', 'quinn']])
  for (const who of PEOPLE) {
    const { items } = await done<{ items: readonly DutyItem[] }>(call, who, '/api/waiting')
    // Actions and concerns about a child are of no round: they go on.
    const ofRound = items.filter(({ kind }) => !isAboutAction(kind) && DUTY_SUBJECTS[kind] !== 'escalation')
    const owed = ofRound.filter(({ reference }) => reference.startsWith('N-'))
    expect([who, ...owed.map(({ kind }) => kind)]).toEqual([who])
  }
  await expectActionsGoOn(house)
}

/** Who works on an open action knows the child until it ends, its raiser until it was checked that it helped. */
async function expectActionsGoOn(house: Neglect): Promise<void> {
  const open = await done<Tracker>(house.call, 'bea', '/api/actions')
  const ended = await done<Tracker>(house.call, 'bea', '/api/actions?group=done')
  const items = [...open.items, ...ended.items]
  const child = (number: string) => `/api/actions/${items.find((each) => each.number === number)?.id}/child`
  expect(await readersOf(house, child('A2'), 'POST')).toEqual(['bea', 'quinn', 'ada', 'eve', 'wes', 'sam'])
  expect(await readersOf(house, child('A17'), 'POST')).toEqual(['bea', 'quinn', 'eve'])
}

async function readersOf({ call }: Neglect, path: string, method = 'GET'): Promise<readonly Person[]> {
  const readers: Person[] = []
  for (const who of PEOPLE) {
    const { status } = await call(who, method, path, method === 'POST' ? { body: {} } : {})
    if (status === 200) readers.push(who)
    else if (isPartnership(who)) throw new Error(`${who} gets ${status} for ${path}`)
  }
  return readers
}
