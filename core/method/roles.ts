/** Who can be responsible on a day of a method. A label pack has the words for each. */
export const ROLES = [
  'business-manager',
  'qa-manager',
  'performance-analyst',
  'panel-chair',
  'assistant-director',
  'agencies',
  'lead-agency',
  'health-collator',
  'subgroup-chair',
  'independent-author',
] as const
