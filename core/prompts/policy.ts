import type { DutyKind } from '../duties/duty.ts'

/** Who hears of a step: a post of the duty, resolved to its holder when it is sent. */
export type Recipient = 'owes' | 'deputy' | 'lead-person' | 'manager' | 'business-manager'

/**
 * A step of the prompts for a duty, in working days. `opened` steps of 0 days fire at once; all others at nine
 * in the morning.
 */
export type Step = {
  readonly id: string
  readonly from: 'opened' | 'due'
  readonly workingDays: number
  readonly to: readonly Recipient[]
}

export type Policy = Readonly<Record<DutyKind, readonly Step[]>>

const asked: readonly Step[] = [
  { id: 'asked', from: 'opened', workingDays: 0, to: ['owes'] },
  { id: 'asked-again', from: 'opened', workingDays: 3, to: ['owes'] },
  { id: 'deputy', from: 'opened', workingDays: 5, to: ['owes', 'deputy', 'business-manager'] },
]

/**
 * The default steps (decisions.md 12): an action is told at once, reminded three working days before and on
 * its day, then climbs: +1 to the lead person, +5 to the manager and the business manager. A silent raiser is
 * asked again after 3 and, with the deputy, after 5; silence closes nothing.
 */
export const defaultPolicy: Policy = {
  'do-action': [
    { id: 'told', from: 'opened', workingDays: 0, to: ['owes'] },
    { id: 'due-soon', from: 'due', workingDays: -3, to: ['owes'] },
    { id: 'due', from: 'due', workingDays: 0, to: ['owes'] },
    { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'lead-person'] },
    { id: 'very-late', from: 'due', workingDays: 5, to: ['manager', 'business-manager'] },
  ],
  'say-whether-it-happened': asked,
  'answer-more-time': asked,
  'answer-question': asked,
}
