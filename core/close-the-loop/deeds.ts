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
  'asked-about-form',
  'explained-form',
  'corrected-form',
  'proposed-meeting',
  'took-meeting-time',
  'recorded-meeting',
  'logged-about-form',
  'took-back-form',
  'took-back-signature',
  'recorded-for-worker',
  'handed-over-form',
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
  ask: 'asked-about-form',
  explain: 'explained-form',
  correct: 'corrected-form',
  'propose-times': 'proposed-meeting',
  'record-meeting': 'recorded-meeting',
  log: 'logged-about-form',
  'take-back': 'took-back-form',
  'take-back-signature': 'took-back-signature',
  'record-for-worker': 'recorded-for-worker',
}
