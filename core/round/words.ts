import type { Threshold } from '../cases/case-file.ts'
import type { RoundState, ThemeSource } from './round.ts'

/** Where a theme comes from, in the field's words (OLD-25). */
export const THEME_SOURCES: Readonly<Record<ThemeSource, string>> = {
  'inspection-theme': 'A theme of the joint inspections',
  'case-review': 'A serious case review or practice review',
  inspection: 'An inspection',
  'previous-audit': 'An earlier audit',
  'board-priority': 'A priority of the partnership',
  emergent: 'Something that came up',
}

/** Where a case stood when it was listed, in words. */
export const THRESHOLDS: Readonly<Record<Threshold, string>> = {
  assessed: 'Being assessed',
  'early-help': 'Early help',
  'early-help-closed': 'Early help, closed',
  'child-in-need': 'Child in need',
  'child-protection': 'Child protection',
  'child-in-care': 'Child in care',
}

/** How many adults stand beside a child at most. */
export const MOST_ADULTS = 20

/** Where a round stands, as its row says it. */
export const ROUND_STATES: Readonly<Record<RoundState, string>> = {
  draft: 'Being set up',
  approved: 'Theme approved',
  'list-sent': 'Agencies are asked',
  evaluating: 'Agencies evaluate',
  'panel-held': 'Panel day was held',
  complete: 'Complete',
}
