import type { Moment } from '../calendar/moment.ts'
import type { CaseId, Ids, PersonId, PostId, ReplyId, RoundId } from '../ids.ts'
import type { Reply } from '../involvement/reply.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { SendLongList } from './commands.ts'
import { dueOn } from './days.ts'
import type { Member, Round } from './round.ts'
import type { RoundSaved } from './set-up-round.ts'

export type SendListRefused =
  | 'no-such-round'
  | 'not-yours-to-set-up'
  | 'list-was-sent'
  | 'theme-is-not-approved'
  | 'no-lead-person'
  | 'lead-person-not-senior'
  | 'no-long-list'
  | 'long-list-is-short'
  | 'changed-meanwhile'

/**
 * Sends the long list to every agency of the round: each owes its receipt, then its involvement (OLD-95, 96).
 * Nothing goes out while an agency has no lead person who decides for it (OLD-29, 31).
 */
export async function sendLongList(
  { reads, actor, now, ids }: Deps,
  input: { readonly round: RoundId; readonly version?: number; readonly said: SendLongList },
): Outcome<RoundSaved, SendListRefused> {
  const round = await reads.round(input.round)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.setUpRound(actor)) return refused('not-yours-to-set-up')
  if (input.version !== undefined && input.version !== round.version) return refused('changed-meanwhile')
  if (round.state === 'draft') return refused('theme-is-not-approved')
  if (round.state !== 'approved') return refused('list-was-sent')
  const leads = round.members.map(({ lead }) => lead)
  const listed = await reads.rounds.longList(round.id)
  const lack = lackingIn(round, await reads.rounds.holdersOf(leads), listed.length)
  if (lack.leadPerson.length > 0) return refused('no-lead-person', lack.leadPerson)
  if (lack.seniority.length > 0) return refused('lead-person-not-senior', lack.seniority)
  if (listed.length === 0) return refused('no-long-list')
  const reason = input.said.reason === '' ? null : input.said.reason
  if (lack.cases > 0 && reason === null) return refused('long-list-is-short')
  const { id, code, version } = round
  const sent: Round = {
    ...round,
    state: 'list-sent',
    sentAt: now,
    listReason: lack.cases > 0 ? reason : null,
  }
  const cases = listed.map((each) => each.id)
  const replies = round.members.map((member) => replyOf(round, member, cases, now, ids))
  return ok({
    value: { id, code, version: version + 1 },
    changes: [{ kind: 'round', round: sent }, ...replies.map((reply) => ({ kind: 'reply', reply }) as const)],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: 'sent-long-list', post: null }],
  })
}

/** What a long list lacks before it can be sent: agencies by name, and how many cases. */
export type Lacking = {
  readonly leadPerson: readonly string[]
  readonly seniority: readonly string[]
  readonly cases: number
}

export function lackingIn(
  { members, method }: Pick<Round, 'members' | 'method'>,
  holders: ReadonlyMap<PostId, PersonId>,
  listed: number,
): Lacking {
  const without = members.filter(({ lead }) => !holders.has(lead))
  return {
    leadPerson: without.map(({ name }) => name),
    seniority: members.filter((each) => !without.includes(each) && !each.senior).map(({ name }) => name),
    cases: Math.max(0, method.sample.longList - listed),
  }
}

function replyOf(
  round: Round,
  { agency, lead }: Member,
  cases: readonly CaseId[],
  now: Moment,
  ids: Ids,
): Reply {
  const { businessManager, qaManager } = round.offices
  return {
    id: ids.next<ReplyId>(),
    round: round.id,
    code: round.code,
    agency,
    lead,
    climb: { leadPerson: lead, manager: null, qaManager, businessManager },
    cases,
    askedAt: now,
    receiptDue: dueOn(round, 'confirmReceipt'),
    answersDue: dueOn(round, 'sayInvolvement'),
    endedAt: null,
    chases: 0,
    version: 0,
    state: 'asked',
  }
}
