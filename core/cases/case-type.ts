import type { Threshold } from './case-file.ts'

/** What kind of case it is: the five ticks of the form (OLD-150), and where a case can stand before them. */
export const CASE_TYPES = {
  assessed: 'Being assessed',
  'early-help': 'Early Help',
  'child-in-need': 'Child in Need',
  'child-protection': 'Child Protection',
  'child-in-care': 'Child in care',
  'care-leaver': 'Care Leaver',
  adoption: 'Adoption',
} as const
export type CaseType = keyof typeof CASE_TYPES

/** As it was said last; else where the case stood when it was listed; null when neither is known. */
export function typeInWords(type: CaseType | null, listed: Threshold | null): string | null {
  if (type) return CASE_TYPES[type]
  if (listed === 'early-help-closed') return 'Early Help, closed'
  return listed && CASE_TYPES[listed]
}
