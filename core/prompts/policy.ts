import type { DutyKind } from '../duties/duty.ts'

/** Who hears of a step: a post of the duty, resolved to its holder when it is sent. */
export type Recipient = 'owes' | 'deputy' | 'lead-person' | 'manager' | 'business-manager'

/**
 * A step of the prompts for a duty, in working days. `opened` steps of 0 days fire at once; all others at nine
 * in the morning, or at their own time.
 */
export type Step = {
  readonly id: string
  readonly from: 'opened' | 'due'
  readonly workingDays: number
  readonly to: readonly Recipient[]
  readonly time?: string
}

export type Policy = Readonly<Record<DutyKind, readonly Step[]>>

/** A reminder before the day itself: the only kind that its reader may do without. */
export function isBeforeDay(steps: readonly Step[], id: string): boolean {
  return steps.some((step) => step.id === id && step.from === 'due' && step.workingDays < 0)
}

const asked: readonly Step[] = [
  { id: 'asked', from: 'opened', workingDays: 0, to: ['owes'] },
  { id: 'asked-again', from: 'opened', workingDays: 3, to: ['owes'] },
  { id: 'deputy', from: 'opened', workingDays: 5, to: ['owes', 'deputy', 'business-manager'] },
]

const told: Step = { id: 'told', from: 'opened', workingDays: 0, to: ['owes'] }
const due: Step = { id: 'due', from: 'due', workingDays: 0, to: ['owes'] }

/** A return: two working days before, on its day, then the deputy, then the business manager. */
const returns: readonly Step[] = [
  told,
  { id: 'due-soon', from: 'due', workingDays: -2, to: ['owes'] },
  due,
  { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'deputy'] },
  { id: 'very-late', from: 'due', workingDays: 2, to: ['business-manager'] },
]

/** A quick answer of a lead person. */
const quick: readonly Step[] = [
  told,
  due,
  { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'deputy', 'business-manager'] },
]

/** An act of the partnership's own. */
const own: readonly Step[] = [
  due,
  { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'business-manager'] },
]

/** Who waits for a meeting is asked on the day, once more, then with the partnership (LEI-22, LEH-17). */
const stepUp: readonly Step[] = [
  told,
  { id: 'asked-again', from: 'due', workingDays: 3, to: ['owes'] },
  { id: 'waits', from: 'due', workingDays: 5, to: ['owes', 'deputy', 'business-manager'] },
]

/** Close the loop, from three working days before its day. */
const loop: readonly Step[] = [
  { id: 'due-soon', from: 'due', workingDays: -3, to: ['owes'] },
  due,
  { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'manager'] },
  { id: 'still-late', from: 'due', workingDays: 3, to: ['lead-person'] },
  { id: 'very-late', from: 'due', workingDays: 5, to: ['business-manager'] },
]

/** On the day of a promise both sides are asked; a silent raiser again, then with the deputy. */
const check: readonly Step[] = [
  due,
  { id: 'day-after', from: 'due', workingDays: 1, to: ['owes'] },
  { id: 'asked-again', from: 'due', workingDays: 3, to: ['owes'] },
  { id: 'deputy', from: 'due', workingDays: 5, to: ['owes', 'deputy', 'business-manager'] },
]

/**
 * The default steps (decisions.md 12, 20). An action is told at once, reminded three working days before and on
 * its day, then climbs: +1 to the lead person, +5 to the manager and the business manager. A silent raiser is
 * asked again after 3 and, with the deputy, after 5; silence closes nothing. A form that is not released by noon
 * of the next working day is the business manager's question.
 */
export const defaultPolicy: Policy = {
  'do-action': [
    told,
    { id: 'due-soon', from: 'due', workingDays: -3, to: ['owes'] },
    due,
    { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'lead-person'] },
    { id: 'very-late', from: 'due', workingDays: 5, to: ['manager', 'business-manager'] },
  ],
  'say-whether-it-happened': asked,
  'answer-more-time': asked,
  'answer-question': asked,
  'update-action': [
    told,
    due,
    { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'lead-person'] },
    { id: 'very-late', from: 'due', workingDays: 3, to: ['business-manager'] },
  ],
  'see-ended': [told],
  'check-impact': [
    told,
    due,
    { id: 'late', from: 'due', workingDays: 3, to: ['owes', 'deputy'] },
    { id: 'very-late', from: 'due', workingDays: 5, to: ['business-manager'] },
  ],
  'consider-step-up': stepUp,
  'send-long-list': own,
  'select-cases': own,
  'release-to-qa': own,
  'release-to-panel': own,
  'confirm-receipt': quick,
  'say-involvement': quick,
  'name-team': returns,
  'record-panel': own,
  'confirm-panel': [told, ...own],
  'send-chronology': returns,
  'send-evaluation': returns,
  'send-on': returns,
  'release-form': [
    { ...told, to: ['owes', 'manager'] },
    { id: 'not-released', from: 'opened', workingDays: 1, to: ['owes', 'business-manager'], time: '12:00' },
  ],
  'see-form': [told, { id: 'not-seen', from: 'opened', workingDays: 2, to: ['owes'] }, ...loop],
  'write-form': loop,
  'sign-form': [told, ...loop.slice(1, 2), ...loop.slice(3)],
  'review-form': [told, due],
  'answer-form-question': quick,
  'choose-meeting': [{ ...told, to: ['owes', 'manager'] }, due],
  'check-form': [due],
  // Of an escalation the "lead person" is its raiser; the "manager" the office, from the rung on that tells it.
  'answer-escalation': [
    { ...told, to: ['owes', 'manager'] },
    due,
    { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'deputy', 'lead-person', 'business-manager'] },
  ],
  'keep-promise': [
    { id: 'due-soon', from: 'due', workingDays: -1, to: ['owes'] },
    due,
    { id: 'late', from: 'due', workingDays: 1, to: ['owes', 'deputy'] },
  ],
  'check-promise': check,
  'ask-step-up': stepUp,
  'give-feedback': quick,
  'hear-feedback': [told, due],
}
