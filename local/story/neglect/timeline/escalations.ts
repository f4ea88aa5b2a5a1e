import { day } from '#core/calendar/day.ts'
import type { Area } from '#core/escalation/areas.ts'
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
const promise = (what: string, who: string, by: string, waitsFor = ''): EscalationSaid => ({
  deed: 'promise',
  what,
  who,
  by: day(by),
  waitsFor,
})

type End = {
  readonly happened: readonly [at: string, outcome: string]
  readonly feedback: readonly [at: string, by: string, words: string]
  readonly heard: string
  readonly theme: readonly [at: string, theme: Area]
}

/** The raiser says that it happened, hears what came of it, and the partnership what can be learned. */
const ends = (number: ConcernNumber, raiser: string, { happened, feedback, heard, theme }: End) => [
  says(happened[0], raiser, number, { deed: 'confirm-kept', outcome: happened[1] }),
  says(feedback[0], feedback[1], number, { deed: 'give-feedback', feedback: feedback[2] }),
  says(heard, raiser, number, { deed: 'hear-feedback' }),
  says(theme[0], 'bea', number, { deed: 'set-theme', theme: theme[1] }),
]

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
  ...ends('X1', 'eve', {
    happened: ['2018-02-02 16:30', 'They visited on 2 February, and the school was told.'],
    feedback: [
      '2018-02-06 10:00',
      'sam',
      'The visit was recorded as done before it was made. The team now asks whoever waits for it.',
    ],
    heard: '2018-02-06 17:00',
    theme: ['2018-02-07 09:30', 'action'],
  }),

  // Nineteen working days' wait for a panel; stepped up on the day on which somebody asked.
  raise('2018-02-12 10:00', 'sky', 'X2'),
  says(
    '2018-02-13 14:00',
    'ada',
    'X2',
    promise('Put it to the next panel.', 'The chair', '2018-03-09', 'The step-up panel of 9 March'),
  ),
  says(
    '2018-03-09 11:00',
    'sky',
    'X2',
    asks('step-up', 'service-csc', 'Early Help visits each day; the grandmother has the child.'),
  ),
  ...ends('X2', 'sky', {
    happened: ['2018-03-09 15:30', 'It was stepped up the same day, without the panel.'],
    feedback: [
      '2018-03-12 10:00',
      'sid',
      'A step up no longer waits for the panel when the plan does not hold.',
    ],
    heard: '2018-03-12 17:00',
    theme: ['2018-03-13 09:30', 'stepping'],
  }),

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
  ...ends('X3', 'wes', {
    happened: ['2018-03-20 15:00', 'It is allocated to the family support team.'],
    feedback: [
      '2018-03-21 10:00',
      'sam',
      'Whoever holds a case keeps it until another manager has signed for it.',
    ],
    heard: '2018-03-21 17:00',
    theme: ['2018-03-22 09:30', 'roles'],
  }),

  raise('2018-03-14 14:00', 'bri', 'X4'),
  says('2018-03-20 11:00', 'bri', 'X4', asks('step-up', 'managers-csc', 'Weighed every week, as before.')),
  says('2018-03-27 11:00', 'bri', 'X4', asks('step-up', 'service-csc', 'Weighed twice a week.')),
  says('2018-03-29 11:00', 'bri', 'X4', asks('step-up', 'head-csc', 'Weighed twice a week.')),
  ...ends('X4', 'bri', {
    happened: ['2018-04-05 14:00', 'An assessment began.'],
    feedback: [
      '2018-04-09 10:00',
      'ada',
      'Three contacts about one child are looked at together from now on.',
    ],
    heard: '2018-04-09 17:00',
    theme: ['2018-04-10 09:30', 'threshold'],
  }),

  // X5: a child in danger now. What to do is said; nothing is stored.
  step('2018-04-11 10:00', 'eve', { kind: 'raise-in-danger' }),
]
