import { DUTY_SUBJECTS } from '../duties/duty.ts'
import type { DutyKind } from '../duties/duty.ts'
import type { SubjectKind } from '../subject.ts'
import { isAtAnyHour } from './next-step.ts'
import type { Recipient, Step } from './policy.ts'

/** What the kinds of duty are about, as the page of the policy puts them together. */
export const SUBJECT_WORDS: Readonly<Record<SubjectKind, string>> = {
  action: 'Actions',
  round: 'The round',
  reply: 'The long list',
  case: 'Cases',
  return: 'Returns',
  collation: 'Collated returns',
  form: 'Close the loop',
  escalation: 'Escalations',
}

/** When a step goes out, without its number of days: "working days after the due day". */
export function whenInWords(kind: DutyKind, step: Step): string {
  const { from, workingDays, time } = step
  if (workingDays === 0 && from === 'due') return 'On the due day'
  if (workingDays === 0) return isAtAnyHour(kind, step.id) ? 'At once, at any hour of any day' : 'At once'
  const at = time === '12:00' ? ', at noon' : ''
  if (from === 'opened') return `working days after it was asked${at}`
  return workingDays < 0 ? 'working days before the due day' : `working days after the due day${at}`
}

/** Who hears of a step: "whoever owes it and the lead person". */
export function toInWords(kind: DutyKind, to: readonly Recipient[]): string {
  const words = DUTY_SUBJECTS[kind] === 'escalation' ? { ...RECIPIENTS, ...IN_ESCALATIONS } : RECIPIENTS
  const names = to.map((recipient) => words[recipient])
  const last = names.at(-1) ?? 'nobody'
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last
}

const RECIPIENTS: Readonly<Record<Recipient, string>> = {
  owes: 'whoever owes it',
  deputy: 'their deputy',
  'lead-person': 'the lead person',
  manager: 'the manager',
  'business-manager': 'the business manager',
}

const IN_ESCALATIONS: Readonly<Partial<Record<Recipient, string>>> = {
  'lead-person': 'whoever raised it',
  manager: 'the partnership’s office, where the stage tells it',
}
