import * as z from 'zod/mini'

import { parseDay } from './day.ts'
import type { Day } from './day.ts'

z.config({ jitless: true })

/** A day as it arrives at a door: 2018-06-22. `sentence` says what is wanted when there is none. */
export function aDay(sentence: string) {
  return z.pipe(
    z.string(sentence).check(
      z.minLength(1, { error: sentence, abort: true }),
      z.refine((text) => parseDay(text) !== undefined, 'This is not a day in the calendar.'),
    ),
    z.transform((text) => text as Day),
  )
}
