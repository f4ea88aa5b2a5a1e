import { day } from '#core/calendar/day.ts'
import type { PostId } from '#core/ids.ts'

import type { ConcernNumber, EscalationPost } from '../escalations.ts'
import type { EscalationSaid, Step } from '../step.ts'
import { step } from '../step.ts'

const raise = (at: string, by: string, number: ConcernNumber): Step =>
  step(at, by, { kind: 'raise-escalation', number })
const says = (at: string, by: string, number: ConcernNumber, answer: EscalationSaid): Step =>
  step(at, by, { kind: 'answer-escalation', number, answer })
const asks = (
  deed: 'deny-kept' | 'step-up',
  addressee: EscalationPost,
  interimSafety: string,
): EscalationSaid => ({
  deed,
  addressee: addressee as string as PostId,
  interimSafety,
})
const promise = (what: string, who: string, by: string): EscalationSaid => ({
  deed: 'promise',
  what,
  who,
  by: day(by),
})

/** From January to April 2018, before the round: what was promised on 9 January happened on 2 February. */
export const escalations: readonly Step[] = [
  raise('2018-01-09 10:00', 'eve', 'X1'),
  says('2018-01-09 15:00', 'wes', 'X1', promise('Visit at home.', 'The duty social worker', '2018-01-12')),
  says('2018-01-12 10:30', 'wes', 'X1', { deed: 'say-kept' }),
  says(
    '2018-01-12 16:00',
    'eve',
    'X1',
    asks(
      'deny-kept',
      'managers-csc',
      'The school sees the child each day; the aunt has the child on Friday.',
    ),
  ),
  says('2018-01-15 11:00', 'sam', 'X1', promise('Visit at home.', 'The team manager', '2018-02-02')),
  says('2018-02-02 16:30', 'eve', 'X1', {
    deed: 'confirm-kept',
    outcome: 'They visited on 2 February, and the school was told.',
  }),
  says('2018-02-06 10:00', 'sam', 'X1', {
    deed: 'give-feedback',
    feedback: 'The visit was recorded as done before it was made. The team now asks whoever waits for it.',
  }),
  says('2018-02-07 09:30', 'bea', 'X1', { deed: 'set-theme', theme: 'action' }),

  // Nineteen working days' wait for a panel; stepped up on the day on which somebody asked.
  raise('2018-02-12 10:00', 'sky', 'X2'),
  says('2018-02-13 14:00', 'ada', 'X2', promise('Put it to the next panel.', 'The chair', '2018-03-09')),
  says(
    '2018-03-09 11:00',
    'sky',
    'X2',
    asks('step-up', 'service-csc', 'Early Help visits each day; the grandmother has the child.'),
  ),
  says('2018-03-09 15:30', 'sky', 'X2', {
    deed: 'confirm-kept',
    outcome: 'It was stepped up the same day, without the panel.',
  }),
  says('2018-03-12 10:00', 'sid', 'X2', {
    deed: 'give-feedback',
    feedback: 'A step up no longer waits for the panel when the plan does not hold.',
  }),
  says('2018-03-13 09:30', 'bea', 'X2', { deed: 'set-theme', theme: 'stepping' }),

  raise('2018-03-14 10:00', 'wes', 'X3'),
  says(
    '2018-03-16 10:00',
    'wes',
    'X3',
    asks('step-up', 'managers-csc', 'The duty team visits again on Monday.'),
  ),
  says(
    '2018-03-19 10:00',
    'sam',
    'X3',
    promise('Allocate it to one team.', 'The two managers', '2018-03-20'),
  ),
  says('2018-03-20 15:00', 'wes', 'X3', {
    deed: 'confirm-kept',
    outcome: 'It is allocated to the family support team.',
  }),
  says('2018-03-21 10:00', 'sam', 'X3', {
    deed: 'give-feedback',
    feedback: 'Whoever holds a case keeps it until another manager has signed for it.',
  }),
  says('2018-03-22 09:30', 'bea', 'X3', { deed: 'set-theme', theme: 'roles' }),

  raise('2018-03-14 14:00', 'bri', 'X4'),
  says('2018-03-20 11:00', 'bri', 'X4', asks('step-up', 'managers-csc', 'Weighed every week, as before.')),
  says('2018-03-27 11:00', 'bri', 'X4', asks('step-up', 'service-csc', 'Weighed twice a week.')),
  says('2018-03-29 11:00', 'bri', 'X4', asks('step-up', 'head-csc', 'Weighed twice a week.')),
  says('2018-04-05 14:00', 'bri', 'X4', {
    deed: 'confirm-kept',
    outcome: 'An assessment began.',
  }),
  says('2018-04-09 10:00', 'ada', 'X4', {
    deed: 'give-feedback',
    feedback: 'Three contacts about one child are looked at together from now on.',
  }),
  says('2018-04-10 09:30', 'bea', 'X4', { deed: 'set-theme', theme: 'threshold' }),

  // X5: a child in danger now. What to do is said; nothing is stored.
  step('2018-04-11 10:00', 'eve', { kind: 'raise-in-danger' }),
]
