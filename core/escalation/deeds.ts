import type { EscalationAct } from './commands.ts'
import type { Escalation } from './escalation.ts'

/** What is done to an escalation. */
export const ESCALATION_DEEDS = [
  'raised-escalation',
  'promised',
  'said-promise-kept',
  'confirmed-promise',
  'settled-escalation',
  'denied-promise',
  'stepped-up',
  'waited-on',
  'withdrew-escalation',
  'gave-feedback',
  'heard-feedback',
  'set-theme',
] as const
export type EscalationDeed = (typeof ESCALATION_DEEDS)[number]

/** What an answer is called in the history: where nothing had been promised, nothing happened; it is settled. */
export function escalationDeedOf(act: EscalationAct, { state }: Pick<Escalation, 'state'>): EscalationDeed {
  return act === 'confirm-kept' && state === 'waiting' ? 'settled-escalation' : ESCALATION_DEED_OF[act]
}

export const ESCALATION_DEED_OF: Readonly<Record<EscalationAct, EscalationDeed>> = {
  promise: 'promised',
  'say-kept': 'said-promise-kept',
  'confirm-kept': 'confirmed-promise',
  'deny-kept': 'denied-promise',
  'step-up': 'stepped-up',
  'wait-on': 'waited-on',
  'withdraw-escalation': 'withdrew-escalation',
  'give-feedback': 'gave-feedback',
  'hear-feedback': 'heard-feedback',
  'set-theme': 'set-theme',
}
