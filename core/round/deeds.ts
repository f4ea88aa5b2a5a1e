/** What is done to a round. */
export type RoundDeed =
  | 'set-up-round'
  | 'changed-round'
  | 'approved-theme'
  | 'wrote-long-list'
  | 'sent-long-list'
  | 'selected-cases'
  | 'released-to-qa'
  | 'released-to-panel'
  | 'withdrew-release'
  | 'booked-panel-day'
  | 'closed-panel-day'
  | 'completed-round'
