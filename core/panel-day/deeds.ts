/** What is done to a selected case: its team, and the panel's work on it. */
export type CaseDeed =
  | 'opened-case'
  | 'named-team'
  | 'recorded-panel'
  | 'confirmed-panel'
  | 'gave-panel-back'
  | 'changed-seats'
  | 'paused-case'
  | 'resumed-case'
  | 'corrected-details'
