import type { Day } from '../calendar/day.ts'
import { inWords } from '../calendar/words.ts'
import type { EscalationDeed } from './deeds.ts'
import type { EscalationState, StageEnd, StagePromise } from './escalation.ts'
import type { ReplyWithin } from './ladder.ts'

/** What was done to an escalation, in the past tense: for its history. */
export const ESCALATION_DEED_DONE: Readonly<Record<EscalationDeed, string>> = {
  'raised-escalation': 'Raised the concern',
  promised: 'Promised what will be done',
  'said-promise-kept': 'Said that what was promised is done',
  'confirmed-promise': 'Said that it happened',
  'settled-escalation': 'Said that it is settled',
  'denied-promise': 'Said that it did not happen, and opened the next stage',
  'stepped-up': 'Took it to a further stage',
  'waited-on': 'Chose to wait for the meeting',
  'withdrew-escalation': 'Withdrew the concern',
  'gave-feedback': 'Said what came of it',
  'heard-feedback': 'Read what came of it',
  'set-theme': 'Said what can be learned from it',
}

const WHAT_NEXT: Readonly<Record<EscalationDeed, string>> = {
  'raised-escalation': 'Whoever you asked is told now, and answers by the day of the stage.',
  promised: 'On that day both sides are asked whether it happened.',
  'said-promise-kept': 'Whoever raised it is asked whether it happened. Only they can say so.',
  'confirmed-promise': 'You hear what came of it within five working days.',
  'settled-escalation': 'You hear what came of it within five working days.',
  'denied-promise': 'Whoever you asked is told now, and answers by the day of the stage.',
  'stepped-up': 'Whoever was asked is told now, and answers by the day of the stage.',
  'waited-on': 'You are asked again while it waits. It can be taken further at any time.',
  'withdrew-escalation': 'Nothing more is owed.',
  'gave-feedback': 'It is closed, and whoever raised it is told.',
  'heard-feedback': 'It stands in the register.',
  'set-theme': 'It stands in the register under its theme.',
}

/** A deed as its receipt says it. `who` is "You" or a name. */
export function escalationReceiptOf(deed: EscalationDeed, who: string): readonly [string, string] {
  const done = ESCALATION_DEED_DONE[deed]
  return [`${who} ${done.charAt(0).toLowerCase()}${done.slice(1)}.`, WHAT_NEXT[deed]]
}

/** How it stands: a word of state, and the day that counts. */
export function escalationStateInWords(
  state: EscalationState,
  due: Day,
  promise: Pick<StagePromise, 'by' | 'saidDone'> | null,
  today: Day,
): string {
  switch (state) {
    case 'waiting':
      return due < today
        ? `No answer: it was due by ${inWords(due, today)}`
        : `Waits for an answer until ${inWords(due, today)}`
    case 'promised':
      if (!promise) return 'Promised'
      return promise.saidDone === null
        ? `Promised by ${inWords(promise.by, today)}`
        : 'Said to be done: did it happen?'
    case 'resolved':
      return 'Settled: feedback is owed'
    case 'closed':
      return 'Closed'
    case 'withdrawn':
      return 'Withdrawn'
  }
}

export const STAGE_ENDED: Readonly<Record<StageEnd, string>> = {
  'not-kept': 'It did not happen',
  unanswered: 'No answer by its day',
  'stepped-up': 'Taken further',
  kept: 'It happened',
  settled: 'Settled',
  withdrawn: 'Withdrawn',
}

/** "within 3 working days", for the page on which somebody is chosen. */
export function replyInWords(reply: ReplyWithin): string {
  if (reply === 'day-set') return 'by a day that you set'
  if (reply === 'to-be-filled') return 'no time is filled in yet'
  if (typeof reply === 'object') return reply.hours === 1 ? 'within 1 hour' : `within ${reply.hours} hours`
  return reply === 1 ? 'within 1 working day' : `within ${reply} working days`
}

/** What is said when a child is in danger now: nothing is raised, stored or counted (X5). */
export const IN_DANGER = {
  title: 'A child in danger now: ring 999',
  detail:
    'Ring 999. Then ring children’s social care of the area where the child is, and refer the child today. Nothing was stored here, nobody was told, and no clock was started.',
} as const
