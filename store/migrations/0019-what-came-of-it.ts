/** A concern ends when its raiser has heard what came of it, and says so (LEI-21). */
export const whatCameOfIt: readonly string[] = [
  `alter table escalation add column heard_at timestamptz,
    add constraint heard_is check (heard_at is null or state = 'closed')`,
  // What was closed before is not asked about any more.
  `update escalation set heard_at = closed_at where state = 'closed'`,
  `grant update (heard_at) on escalation to evaluation_web`,
]
