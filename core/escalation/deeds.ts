import type { EscalationAct } from './commands.ts'

/** What is done to an escalation. */
export const ESCALATION_DEEDS = [
  'raised-escalation',
  'promised',
  'said-promise-kept',
  'confirmed-promise',
  'denied-promise',
  'stepped-up',
  'withdrew-escalation',
  'gave-feedback',
  'set-theme',
] as const
export type EscalationDeed = (typeof ESCALATION_DEEDS)[number]

/** What each answer is called in the history. */
export const ESCALATION_DEED_OF: Readonly<Record<EscalationAct, EscalationDeed>> = {
  promise: 'promised',
  'say-kept': 'said-promise-kept',
  'confirm-kept': 'confirmed-promise',
  'deny-kept': 'denied-promise',
  'step-up': 'stepped-up',
  'withdraw-escalation': 'withdrew-escalation',
  'give-feedback': 'gave-feedback',
  'set-theme': 'set-theme',
}
