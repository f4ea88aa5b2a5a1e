import type { RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Actor } from '../people/post.ts'
import type { Deps, Outcome, Reads } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { ListedCase } from './long-list.ts'

export type LongListSeen = {
  readonly code: string
  readonly version: number
  readonly cases: readonly ListedCase[]
}

/**
 * Shows the long list with who the children are; to a lead person from the receipt of their agency on. The view is
 * audited for each child before it leaves.
 */
export async function seeLongList(
  { reads, actor }: Deps,
  { round: id }: { readonly round: RoundId },
): Outcome<LongListSeen, 'no-such-round' | 'receipt-comes-first'> {
  const round = await reads.round(id)
  if (!round || !may.seeRound(actor, round) || !may.seeLongList(actor, round)) return refused('no-such-round')
  if (!may.runRound(actor) && !(await hasConfirmed(reads, actor, id))) return refused('receipt-comes-first')
  const cases = await reads.rounds.longList(id)
  return ok({
    value: { code: round.code, version: round.version, cases },
    changes: [],
    happened: cases.map(
      (each) => ({ kind: 'case-material-seen', case: each.id, what: 'long-list' }) as const,
    ),
  })
}

/** Whether an agency that the actor leads has said that the list arrived (OLD-95). */
async function hasConfirmed(reads: Reads, actor: Actor, id: RoundId): Promise<boolean> {
  const replies = await reads.repliesOf(id)
  return replies.some((reply) => may.answerReply(actor, reply) && reply.state !== 'asked')
}
