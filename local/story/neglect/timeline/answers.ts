import { day } from '#core/calendar/day.ts'

import { step } from '../step.ts'
import type { Step } from '../step.ts'

/** What became of the actions until the newcomer arrives. */
export const answers: readonly Step[] = [
  done(
    '2018-06-08 11:45',
    'ada',
    'A14',
    'The plan was sent to the school.',
    'The school’s receipt of today.',
  ),
  confirmed('2018-06-11 09:30', 'quinn', 'A14'),
  done(
    '2018-06-11 15:00',
    'ben',
    'A9',
    'Stepped up today by telephone and in writing.',
    'Note of the decision.',
  ),
  done('2018-06-11 16:20', 'cal', 'A11', 'Officers visited and spoke to each child.', 'Report of the visit.'),
  confirmed('2018-06-12 09:10', 'eve', 'A11'),
  confirmed('2018-06-12 10:05', 'yas', 'A9'),
  done(
    '2018-06-12 11:15',
    'eve',
    'A5',
    'The first weekly note was sent on Monday.',
    'Copy in the school’s log.',
  ),
  confirmed('2018-06-13 09:40', 'ada', 'A5'),
  done(
    '2018-06-13 10:10',
    'pem',
    'A4',
    'Invited by letter to the core group of 20 June.',
    'Copy of the letter.',
  ),
  done('2018-06-13 10:25', 'pem', 'A17', 'Added to the list of invitations.', 'Invitation of today.'),
  done(
    '2018-06-13 14:00',
    'bri',
    'A16',
    'Handed over in a meeting of both.',
    'The same note in both records.',
  ),
  confirmed('2018-06-14 08:50', 'eve', 'A17'),
  confirmed('2018-06-14 09:15', 'quinn', 'A4'),
  done(
    '2018-06-14 12:35',
    'gil',
    'A8',
    'The practice rings on the same day now.',
    'List of the last ten days.',
  ),
  confirmed('2018-06-14 13:20', 'dee', 'A16'),
  confirmed('2018-06-15 09:05', 'dee', 'A8'),
  done('2018-06-15 11:05', 'wes', 'A2', 'Rang the school after the visit on Tuesday.', 'Note of the call.'),
  step('2018-06-15 15:30', 'ada', {
    kind: 'answer-action',
    number: 'A13',
    answer: {
      deed: 'ask-for-time',
      until: day('2018-06-22'),
      reason: 'Legal services can first meet on Thursday.',
    },
  }),
  done(
    '2018-06-15 16:10',
    'wes',
    'A1',
    'Seen alone at school on Wednesday and at home on Friday.',
    'Both visits are in the record, with the child’s words.',
  ),
]

function done(at: string, by: string, number: string, whatWasDone: string, evidence: string): Step {
  return step(at, by, {
    kind: 'answer-action',
    number,
    answer: { deed: 'report-done', whatWasDone, evidence },
  })
}

function confirmed(at: string, by: string, number: string): Step {
  return step(at, by, { kind: 'answer-action', number, answer: { deed: 'confirm' } })
}
