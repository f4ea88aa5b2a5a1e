import { answerDuty } from '#core/actions/answer-duty.ts'
import type { Answer, Deed } from '#core/actions/commands.ts'
import { recordAction } from '#core/actions/record-action.ts'
import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type { CaseId, PersonId, PostId } from '#core/ids.ts'
import { refused } from '#core/result.ts'

import type { Act } from '../story.ts'

/** What was agreed on panel day, Wednesday 6 June 2018, and what became of it until the newcomer arrives. */
export const before: readonly Act[] = [
  recorded(
    '14:10',
    'n-08',
    'worker-n08',
    'lead-edu',
    'See the child alone at home and at school and record their wishes.',
    'The record shows both visits and what was said.',
    '2018-06-15',
  ),
  recorded(
    '14:20',
    'n-08',
    'worker-n08',
    'lead-edu',
    'Tell the referrer the outcome of every contact within two working days.',
    'The school’s log shows an answer for each contact.',
    '2018-06-13',
  ),
  recorded(
    '14:30',
    'n-08',
    'lead-gp',
    'lead-ccg',
    'Recall for a dental and growth check.',
    'The check is on the record and was read by health.',
    '2018-06-22',
  ),
  recorded(
    '14:50',
    'n-02',
    'lead-edu',
    'lead-csc',
    'Send a weekly attendance note to Children’s Social Care.',
    'A note has arrived each week.',
    '2018-06-13',
  ),
  recorded(
    '15:05',
    'n-05',
    'lead-csc',
    'qa',
    'See the child alone each month.',
    'A dip sample of three months shows it.',
    '2018-06-29',
  ),
  recorded(
    '15:15',
    'n-05',
    'lead-gp',
    'lead-ccg',
    'Follow up each missed appointment within five working days.',
    'The practice shows its list at the next meeting.',
    '2018-06-20',
  ),
  recorded(
    '15:30',
    'n-17',
    'lead-gp',
    'lead-ccg',
    'Answer the request for information of March.',
    'The answer is in the case file.',
    '2018-06-11',
  ),
  recorded(
    '15:40',
    'n-17',
    'lead-csc',
    'qa',
    'Hold the legal planning meeting.',
    'The minutes name a decision and a day.',
    '2018-06-15',
  ),
  recorded(
    '15:50',
    'n-02',
    'lead-csc',
    'qa',
    'Add the history from the second system to the chronology.',
    'The chronology begins before 2016.',
    '2018-06-20',
  ),
  answered('2018-06-12 11:15', 'eve', 'A4', 'Schools reported A4 done', {
    deed: 'report-done',
    whatWasDone: 'The first weekly note was sent on Monday.',
    evidence: 'Copy of the note in the school’s log.',
  }),
  answered('2018-06-13 09:40', 'ada', 'A4', 'Children’s Social Care confirmed A4', { deed: 'confirm' }),
  answered('2018-06-15 11:05', 'wes', 'A2', 'The worker of N-08 reported A2 done', {
    deed: 'report-done',
    whatWasDone: 'Rang the school after the visit on Tuesday.',
    evidence: 'Note of the call in the case record.',
  }),
  answered('2018-06-15 15:30', 'ada', 'A8', 'Children’s Social Care asked for more time for A8', {
    deed: 'ask-for-time',
    until: day('2018-06-22'),
    reason: 'Legal services can first meet on Thursday.',
  }),
]

/** What the other people do next; played on one act at a time. */
export const after: readonly Act[] = [
  answered('2018-06-18 14:10', 'gil', 'A7', 'The Named GP reported A7 done, seven days late', {
    deed: 'report-done',
    whatWasDone: 'The request of March was answered today.',
    evidence: 'Sent letter, copy on file.',
  }),
  answered('2018-06-19 09:30', 'quinn', 'A8', 'The QA manager agreed to more time for A8', {
    deed: 'agree-time',
  }),
  answered('2018-06-19 11:40', 'dee', 'A7', 'The Designated Nurse confirmed A7', { deed: 'confirm' }),
  answered('2018-06-19 16:05', 'wes', 'A1', 'The worker of N-08 reported A1 done', {
    deed: 'report-done',
    whatWasDone: 'Seen alone at school on Monday and at home on Tuesday.',
    evidence: 'Both visits are in the record, with the child’s words.',
  }),
  answered('2018-06-20 09:20', 'eve', 'A1', 'Schools confirmed A1', { deed: 'confirm' }),
  answered('2018-06-20 15:10', 'ada', 'A9', 'Children’s Social Care reported A9 done', {
    deed: 'report-done',
    whatWasDone: 'Entries from 2014 on were added.',
    evidence: 'The chronology, version 3.',
  }),
  answered('2018-06-22 09:05', 'eve', 'A2', 'Schools said that A2 did not happen', {
    deed: 'dispute',
    reason: 'One call came. Two contacts since then have had no answer.',
  }),
  answered('2018-06-22 10:30', 'gil', 'A3', 'The Named GP said that something is not right with A3', {
    deed: 'question',
    question: 'cannot-do',
    reason: 'The family is registered elsewhere since May.',
  }),
  answered('2018-06-26 13:00', 'wes', 'A2', 'The worker of N-08 reported A2 done again', {
    deed: 'report-done',
    whatWasDone: 'All three contacts were answered in writing.',
    evidence: 'Three e-mails, acknowledged by the school.',
  }),
  answered('2018-06-27 08:50', 'eve', 'A2', 'Schools confirmed A2', { deed: 'confirm' }),
]

function recorded(
  time: string,
  of: string,
  owner: string,
  raiser: string,
  what: string,
  help: string,
  due: string,
): Act {
  return {
    at: momentAt(day('2018-06-06'), time),
    person: 'quinn' as PersonId,
    sentence: 'The QA manager recorded an action',
    isHeard: true,
    fits: async () => true,
    play({ house }) {
      const said = {
        case: `case-${of}` as CaseId,
        owner: owner as PostId,
        raiser: raiser as PostId,
        what,
        help,
        due: day(due),
      }
      return house.run('quinn' as PersonId, recordAction, said)
    },
  }
}

function answered(at: string, person: string, number: string, sentence: string, answer: Answer): Act {
  const [on = '', time = ''] = at.split(' ')
  return {
    at: momentAt(day(on), time),
    person: person as PersonId,
    sentence,
    isHeard: true,
    fits: async ({ house }) => (await house.openDuty(number))?.kind === ANSWERS[answer.deed],
    async play({ house }) {
      const duty = await house.openDuty(number)
      return duty
        ? house.run(person as PersonId, answerDuty, { duty: duty.id, answer })
        : refused('nothing-is-owed')
    },
  }
}

/** Which duty each deed answers. */
const ANSWERS: Readonly<Record<Deed, DutyKind>> = {
  'report-done': 'do-action',
  'ask-for-time': 'do-action',
  question: 'do-action',
  confirm: 'say-whether-it-happened',
  dispute: 'say-whether-it-happened',
  'agree-time': 'answer-more-time',
  'keep-day': 'answer-more-time',
  'keep-action': 'answer-question',
  withdraw: 'answer-question',
  update: 'update-action',
  seen: 'see-ended',
  'wait-longer': 'consider-step-up',
  'say-impact': 'check-impact',
}
