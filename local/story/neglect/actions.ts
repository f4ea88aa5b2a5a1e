import type { AgencyCode } from './agencies.ts'
import type { Selected } from './selection.ts'

/** Who owns or raised an action: an agency's lead person, a case's allocated worker, or the panel itself. */
export type ActionPost = AgencyCode | 'worker' | 'panel'

export type PlannedAction = {
  readonly number: string
  readonly case: Selected
  readonly owner: ActionPost
  readonly raiser: ActionPost
  readonly what: string
  /** How we will know that it helped. */
  readonly help: string
  readonly due: string
}

/** By this day every action owes an update, and what has no day yet gets one (decisions.md 2). */
const updates = '2018-06-25'

/** What was agreed on panel day, in the order in which it was recorded. */
export const actions: readonly PlannedAction[] = [
  {
    number: 'A1',
    case: 'N-08',
    owner: 'worker',
    raiser: 'edu',
    what: 'See the child alone at home and at school and record their wishes.',
    help: 'The record shows both visits and what was said.',
    due: '2018-06-15',
  },
  {
    number: 'A2',
    case: 'N-08',
    owner: 'worker',
    raiser: 'edu',
    what: 'Tell the referrer the outcome of every contact within two working days.',
    help: 'The school’s log shows an answer for each contact.',
    due: '2018-06-13',
  },
  {
    number: 'A3',
    case: 'N-08',
    owner: 'gp',
    raiser: 'ccg',
    what: 'Recall for a dental and growth check.',
    help: 'The check is on the record and was read by health.',
    due: '2018-06-22',
  },
  {
    number: 'A4',
    case: 'N-08',
    owner: 'pcft',
    raiser: 'panel',
    what: 'Invite the father to the core group.',
    help: 'The invitation and his answer are in the minutes.',
    due: '2018-06-20',
  },
  {
    number: 'A5',
    case: 'N-02',
    owner: 'edu',
    raiser: 'csc',
    what: 'Send a weekly attendance note to Children’s Social Care.',
    help: 'A note has arrived each week.',
    due: '2018-06-13',
  },
  {
    number: 'A6',
    case: 'N-02',
    owner: 'eh',
    raiser: 'panel',
    what: 'Improve engagement. Agree by 25 June what that means, and by when.',
    help: 'To be agreed.',
    due: updates,
  },
  {
    number: 'A7',
    case: 'N-05',
    owner: 'csc',
    raiser: 'panel',
    what: 'See the child alone each month.',
    help: 'A dip sample of three months shows it.',
    due: '2018-06-29',
  },
  {
    number: 'A8',
    case: 'N-05',
    owner: 'gp',
    raiser: 'ccg',
    what: 'Follow up each missed appointment within five working days.',
    help: 'The practice shows its list at the next meeting.',
    due: '2018-06-20',
  },
  {
    number: 'A9',
    case: 'N-14',
    owner: 'eh',
    raiser: 'yjs',
    what: 'Decide on the step up without waiting for the panel.',
    help: 'The decision is on the record with its day.',
    due: '2018-06-11',
  },
  {
    number: 'A10',
    case: 'N-14',
    owner: 'pol',
    raiser: 'panel',
    what: 'Speak to the young person on the next visit.',
    help: 'What was said is in the record of the visit.',
    due: '2018-06-29',
  },
  {
    number: 'A11',
    case: 'N-17',
    owner: 'pol',
    raiser: 'edu',
    what: 'Make a welfare check and speak to the children.',
    help: 'The school is told that each child was spoken to.',
    due: '2018-06-11',
  },
  {
    number: 'A12',
    case: 'N-17',
    owner: 'gp',
    raiser: 'ccg',
    what: 'Answer the request for information of March.',
    help: 'The answer is in the case file.',
    due: '2018-06-11',
  },
  {
    number: 'A13',
    case: 'N-17',
    owner: 'csc',
    raiser: 'panel',
    what: 'Hold the legal planning meeting.',
    help: 'The minutes name a decision and a day.',
    due: '2018-06-15',
  },
  {
    number: 'A14',
    case: 'N-17',
    owner: 'csc',
    raiser: 'panel',
    what: 'Share the interim safety plan with the school.',
    help: 'The school has said that it has its copy.',
    due: '2018-06-08',
  },
  {
    number: 'A15',
    case: 'N-02',
    owner: 'csc',
    raiser: 'panel',
    what: 'Add the history from the second system to the chronology.',
    help: 'The chronology begins before 2016.',
    due: '2018-06-20',
  },
  {
    number: 'A16',
    case: 'N-05',
    owner: 'brw',
    raiser: 'ccg',
    what: 'Record the handover from health visitor to school nurse.',
    help: 'Both records show the same handover on the same day.',
    due: '2018-06-20',
  },
  {
    number: 'A17',
    case: 'N-14',
    owner: 'pcft',
    raiser: 'edu',
    what: 'Put the school nurse on the invitation of each meeting.',
    help: 'The next invitation has the school nurse on it.',
    due: '2018-06-13',
  },
  {
    number: 'A18',
    case: 'N-11',
    owner: 'edu',
    raiser: 'panel',
    what: 'Share what worked with other schools. Agree by 25 June how, and by when.',
    help: 'To be agreed.',
    due: updates,
  },
]

/** What takes the place of A6 once somebody has asked what it means. */
export const insteadOfA6: PlannedAction = {
  number: 'A19',
  case: 'N-02',
  owner: 'eh',
  raiser: 'panel',
  what: 'Visit both parents each week until the end of July, at a time that they choose.',
  help: 'Six visits are on the record, and the parents say what helped.',
  due: '2018-07-27',
}
