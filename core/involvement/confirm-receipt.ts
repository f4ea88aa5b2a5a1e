import type { ReplyId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'

/** `no-such-reply` is also the answer to everyone whom it does not concern: the two look the same. */
export type ReceiptRefused =
  | 'no-such-reply'
  | 'not-yours-to-answer'
  | 'already-answered'
  | 'cases-are-chosen'
  | 'changed-meanwhile'

/** The reply as saved. */
export type ReplySaved = { readonly id: ReplyId; readonly version: number }

/** The lead person confirms that the long list reached them, and nobody else (OLD-95). */
export async function confirmReceipt(
  { reads, actor, now }: Deps,
  { reply: id, version }: { readonly reply: ReplyId; readonly version?: number | undefined },
): Outcome<ReplySaved, ReceiptRefused> {
  const reply = await reads.reply(id)
  if (!reply || !may.seeReply(actor, reply)) return refused('no-such-reply')
  if (!may.answerReply(actor, reply)) return refused('not-yours-to-answer')
  if (reply.endedAt !== null) return refused('cases-are-chosen')
  if (reply.state !== 'asked') return refused('already-answered')
  if (version !== undefined && version !== reply.version) return refused('changed-meanwhile')
  return ok({
    value: { id, version: reply.version + 1 },
    changes: [{ kind: 'reply', reply: { ...reply, state: 'received', receivedAt: now } }],
    happened: [{ kind: 'done', on: { kind: 'reply', id }, deed: 'confirmed-receipt', post: reply.lead }],
  })
}
