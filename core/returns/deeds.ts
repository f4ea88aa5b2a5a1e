/** What is done to a return; `changed-entries` and `changed-evaluation` are written once an hour at most. */
export type ReturnDeed =
  | 'opened-return'
  | 'changed-entries'
  | 'changed-evaluation'
  | 'invited-contributor'
  | 'sent-chronology'
  | 'sent-evaluation'
  | 'sent-back-chronology'
  | 'sent-back-evaluation'
  | 'accepted-chronology'
  | 'accepted-evaluation'
  | 'gave-more-time'
  | 'marked-not-involved'

export type CollationDeed = 'opened-collation' | 'sent-on'
