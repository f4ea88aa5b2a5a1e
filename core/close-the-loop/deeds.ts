import type { FormAct } from './commands.ts'

/** What is done to a close-the-loop form. */
export const FORM_DEEDS = [
  'drafted-form',
  'released-form',
  'saw-form',
  'wrote-in-form',
  'sent-form',
  'signed-form',
  'sent-form-back',
  'closed-form',
] as const
export type FormDeed = (typeof FORM_DEEDS)[number]

/** What each answer is called in the history. */
export const DEED_OF: Readonly<Record<FormAct, FormDeed>> = {
  release: 'released-form',
  see: 'saw-form',
  write: 'wrote-in-form',
  send: 'sent-form',
  sign: 'signed-form',
  'send-back': 'sent-form-back',
  close: 'closed-form',
}
