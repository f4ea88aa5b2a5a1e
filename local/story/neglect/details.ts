import { day } from '#core/calendar/day.ts'
import type { ChildDetails } from '#core/cases/details.ts'

import { longList } from './long-list.ts'
import type { Selected } from './selection.ts'

type More = Omit<ChildDetails, 'name' | 'born'>

/** What the lead agencies wrote beside the long list: plainly invented. Religion is blank in places, as it often is. */
const more: Readonly<Record<Selected, More>> = {
  'N-02': said('Boy', 'White Polish', 'Roman Catholic', '2018-01-22', 'assessed'),
  'N-05': said('Girl', 'White Irish', null, '2017-03-06', 'child-in-need'),
  'N-08': said('Girl', 'White British', null, '2016-11-14', 'child-protection'),
  'N-11': said('Boy', 'Asian British: Pakistani', 'Muslim', '2016-09-05', 'child-protection'),
  'N-14': said('Girl', null, null, '2018-02-12', 'early-help'),
  'N-17': said('Girl', 'Mixed: White and Black Caribbean', null, '2015-10-19', 'child-protection'),
}

/** The details of a chosen case as its lead agency wrote them first. */
export function detailsOf(of: Selected): ChildDetails {
  const listed = longList.find(({ reference }) => reference === of)
  if (!listed) throw new Error(`${of} is not on the long list`)
  return { name: listed.name, born: listed.born, ...more[of] }
}

/** The date of birth of N-02 was typed one digit wrong in the list: it is put right, and what stood there is kept. */
export const rightlyBorn = day('2009-03-15')

function said(
  gender: string,
  ethnicity: string | null,
  religion: string | null,
  opened: string,
  type: ChildDetails['type'],
): More {
  return { gender, ethnicity, religion, opened: day(opened), type }
}
