import { day } from '#core/calendar/day.ts'

import { teams } from '../selection.ts'
import type { Selected } from '../selection.ts'
import { step } from '../step.ts'
import type { FormStep, Step } from '../step.ts'

/** The worker's part of N-02, written before the newcomer arrives. */
const ofN02: FormStep = {
  deed: 'write',
  metOn: day('2018-06-13'),
  present: 'Allocated worker, manager, head of year, Early Help worker',
  background: 'Days missed at school, and a child who gets himself and his brother up.',
  reflections: 'I read the second system only after the panel asked. It took ten minutes.',
  learning: 'Look for the history before the first decision, not after the second referral.',
  shared: true,
}

/**
 * The five forms until Monday 18 June 2018, 10:00: N-02 closed, N-05 met and not returned, N-08 seen and its
 * meeting tomorrow, N-14 not seen, N-17 in new hands with its meeting today.
 */
export const forms: readonly Step[] = [
  form('2018-06-08 09:20', 'ada', 'N-02', { deed: 'release' }),
  form('2018-06-08 09:30', 'ada', 'N-05', { deed: 'release' }),
  form('2018-06-08 09:40', 'ada', 'N-08', { deed: 'release' }),
  form('2018-06-08 09:50', 'ada', 'N-17', { deed: 'release' }),
  form('2018-06-11 09:15', 'ben', 'N-14', { deed: 'release' }),
  form('2018-06-11 09:50', 'wil', 'N-02', { deed: 'see' }),
  form('2018-06-11 10:30', 'wes', 'N-08', { deed: 'see' }),
  form('2018-06-12 08:45', 'wyn', 'N-05', { deed: 'see' }),
  // The worker of N-17 left on 12 June.
  step('2018-06-13 08:40', 'ada', { kind: 'name-team', case: 'N-17', ...teams['N-17'], worker: 'willa' }),
  form('2018-06-13 15:30', 'wil', 'N-02', ofN02),
  form('2018-06-14 09:25', 'willa', 'N-17', { deed: 'see' }),
  form('2018-06-14 11:10', 'wil', 'N-02', { deed: 'send' }),
  form('2018-06-14 16:30', 'wyn', 'N-05', {
    deed: 'write',
    metOn: day('2018-06-14'),
    present: 'Allocated worker, manager, school nurse',
  }),
  form('2018-06-15 10:20', 'ada', 'N-02', {
    deed: 'sign',
    leadNote: 'Taken up with both teams: the second system is opened with every contact.',
  }),
  form('2018-06-15 14:40', 'bea', 'N-02', { deed: 'close' }),
]

/** A step of a form's story. */
export function form(at: string, by: string, of: Selected, answer: FormStep, says?: string): Step {
  return step(at, by, { kind: 'answer-form', case: of, answer }, says)
}
