import type { Answer } from '#core/actions/commands.ts'
import { day } from '#core/calendar/day.ts'

import { insteadOfA6 } from '../actions.ts'
import type { Selected } from '../selection.ts'
import { step } from '../step.ts'
import type { Step, WrittenPart } from '../step.ts'
import { form } from './forms.ts'

/** What the other people do next; played on one at a time. N-14 is never seen: it goes into the subgroup's pack. */
export const after: readonly Step[] = [
  action('2018-06-18 13:15', 'eve', 'A1', 'Schools confirmed A1', { deed: 'confirm' }),
  action('2018-06-18 14:10', 'gil', 'A12', 'The Named GP reported A12 done, seven days late', {
    deed: 'report-done',
    whatWasDone: 'The request of March was answered today.',
    evidence: 'Sent letter, copy on file.',
  }),
  action('2018-06-19 09:30', 'quinn', 'A13', 'The QA manager agreed to more time for A13', {
    deed: 'agree-time',
  }),
  wrote(
    '2018-06-19 10:00',
    'willa',
    'N-17',
    {
      metOn: day('2018-06-18'),
      present: 'Allocated worker, manager, independent chair, safeguarding lead of the school',
      background: 'A plan without days, and a child who looks after her brothers.',
      reflections: 'I came new to it and saw in an hour what we had stopped seeing.',
      learning: 'Read the plan aloud at each core group: who, what, by when.',
      shared: false,
    },
    'The new worker of N-17 sent the form, after the meeting of yesterday',
  ),
  action('2018-06-19 11:40', 'dee', 'A12', 'The Designated Nurse confirmed A12', { deed: 'confirm' }),
  form(
    '2018-06-19 15:20',
    'ada',
    'N-17',
    { deed: 'sign', leadNote: 'The plan has a name and a day for each step since Monday.' },
    'Children’s Social Care signed the form of N-17',
  ),
  wrote(
    '2018-06-20 09:45',
    'wyn',
    'N-05',
    {
      background: 'A child whose visits were in time and who was hardly ever alone with us.',
      reflections: 'The room at home is small, and I let that decide where we talked.',
      learning: 'Plan each visit with a time for the child alone, at school if need be.',
      shared: true,
    },
    'The worker of N-05 finished the form and sent it',
  ),
  form(
    '2018-06-20 11:00',
    'ada',
    'N-05',
    { deed: 'sign', leadNote: 'Times alone with the child are planned until September.' },
    'Children’s Social Care signed the form of N-05 on the last day in time',
  ),
  form('2018-06-20 14:00', 'bea', 'N-17', { deed: 'close' }, 'The business manager closed the form of N-17'),
  action('2018-06-20 15:10', 'ada', 'A15', 'Children’s Social Care reported A15 done', {
    deed: 'report-done',
    whatWasDone: 'Entries from 2014 on were added.',
    evidence: 'The chronology, version 3.',
  }),
  action('2018-06-21 15:00', 'ada', 'A13', 'Children’s Social Care reported A13 done', {
    deed: 'report-done',
    whatWasDone: 'The meeting was held today.',
    evidence: 'Minutes with the decision and its day.',
  }),
  wrote(
    '2018-06-21 16:00',
    'wes',
    'N-08',
    {
      metOn: day('2018-06-19'),
      present: 'Allocated worker, manager, safeguarding lead of the school, school nurse',
      background: 'Concerns over food and dental care',
      reflections: 'I took the manager’s word that the visit was booked',
      learning: 'Confirm, do not assume',
    },
    'The worker of N-08 wrote his part and sent it',
  ),
  form(
    '2018-06-22 09:00',
    'ada',
    'N-08',
    { deed: 'sign', leadNote: 'Read.' },
    'Children’s Social Care signed the form of N-08, two working days late',
  ),
  action('2018-06-22 09:05', 'eve', 'A2', 'Schools said that A2 did not happen', {
    deed: 'dispute',
    reason: 'One call came. Two contacts since then have had no answer.',
  }),
  action('2018-06-22 10:30', 'gil', 'A3', 'The Named GP said that something is not right with A3', {
    deed: 'question',
    question: 'cannot-do',
    reason: 'The family is registered elsewhere since May.',
  }),
  form('2018-06-22 12:00', 'bea', 'N-05', { deed: 'close' }, 'The business manager closed the form of N-05'),
  action('2018-06-22 13:00', 'quinn', 'A13', 'The QA manager confirmed A13', { deed: 'confirm' }),
  form(
    '2018-06-25 10:00',
    'bea',
    'N-08',
    { deed: 'send-back', comment: 'Please say what the agency changes, not only that it was read.' },
    'The business manager sent the form of N-08 back',
  ),
  action('2018-06-25 11:00', 'ben', 'A6', 'Early Help asked what A6 means', {
    deed: 'question',
    question: 'not-right',
    reason: 'Engagement of whom, in what, and how would we see it?',
  }),
  action('2018-06-25 11:30', 'quinn', 'A6', 'The QA manager withdrew A6', {
    deed: 'withdraw',
    reason: 'Replaced by one that says what is done and by when.',
  }),
  step(
    '2018-06-25 11:40',
    'quinn',
    { kind: 'record-action', number: insteadOfA6.number },
    'The QA manager recorded what takes the place of A6',
  ),
  action('2018-06-25 13:30', 'eve', 'A18', 'Schools asked what A18 means', {
    deed: 'question',
    question: 'not-right',
    reason: 'Share what with whom? A page in the bulletin would reach more schools.',
  }),
  action('2018-06-25 14:10', 'quinn', 'A18', 'The QA manager withdrew A18', {
    deed: 'withdraw',
    reason: 'It becomes a card of good practice instead.',
  }),
  form(
    '2018-06-26 09:10',
    'ada',
    'N-08',
    { deed: 'sign', leadNote: 'A promise to a referrer now has a day, and somebody rings on that day.' },
    'Children’s Social Care signed the form of N-08 again',
  ),
  action('2018-06-26 13:00', 'wes', 'A2', 'The worker of N-08 reported A2 done again', {
    deed: 'report-done',
    whatWasDone: 'All three contacts were answered in writing.',
    evidence: 'Three e-mails, acknowledged by the school.',
  }),
  form('2018-06-26 16:00', 'bea', 'N-08', { deed: 'close' }, 'The business manager closed the form of N-08'),
  action('2018-06-27 08:50', 'eve', 'A2', 'Schools confirmed A2', { deed: 'confirm' }),
]

function action(at: string, by: string, number: string, says: string, answer: Answer): Step {
  return step(at, by, { kind: 'answer-action', number, answer }, says)
}

function wrote(at: string, by: string, of: Selected, part: WrittenPart, says: string): Step {
  return step(at, by, { kind: 'write-form', case: of, part }, says)
}
