import type { PauseReason } from './case-file.ts'

/** Why a case is paused, as it is chosen and shown. */
export const PAUSE_WORDS: Readonly<Record<PauseReason, string>> = {
  death: 'a death in the family',
  trial: 'a trial',
  'statutory-review': 'a statutory review',
  moved: 'the child moved away',
  other: 'another reason, known to the partnership',
}
