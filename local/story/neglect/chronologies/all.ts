import type { Selected } from '../selection.ts'
import { n02 } from './n-02.ts'
import { n05 } from './n-05.ts'
import { n08 } from './n-08.ts'
import { n11 } from './n-11.ts'
import { n14 } from './n-14.ts'
import { n17 } from './n-17.ts'
import type { Told } from './told.ts'

/** What the agencies write about each of the six cases. */
export const chronologies: Readonly<Record<Selected, readonly Told[]>> = {
  'N-02': n02,
  'N-05': n05,
  'N-08': n08,
  'N-11': n11,
  'N-14': n14,
  'N-17': n17,
}
