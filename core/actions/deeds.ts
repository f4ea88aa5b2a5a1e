import type { Deed } from './commands.ts'

/** Every deed, in the order in which they are offered. */
export const DEEDS = [
  'report-done',
  'ask-for-time',
  'question',
  'confirm',
  'dispute',
  'agree-time',
  'keep-day',
  'keep-action',
  'withdraw',
  'update',
  'seen',
  'wait-longer',
  'say-impact',
] as const satisfies readonly Deed[]
