import type { CaseId, ReplyId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { ReplySaved } from './confirm-receipt.ts'
import type { Answers } from './reply.ts'

export type InvolvementRefused =
  | 'no-such-reply'
  | 'not-yours-to-answer'
  | 'receipt-comes-first'
  | 'cases-are-chosen'
  | 'changed-meanwhile'
  | 'not-all-answered'
  | 'not-on-the-list'

/**
 * An agency says how it knew each family of the long list (OLD-96, decisions.md 6): all cases, and no others.
 * It may change its answer until the cases are chosen.
 */
export async function sayInvolvement(
  { reads, actor, now }: Deps,
  {
    reply: id,
    answers,
    version,
  }: { readonly reply: ReplyId; readonly answers: Answers; readonly version?: number | undefined },
): Outcome<ReplySaved, InvolvementRefused> {
  const reply = await reads.reply(id)
  if (!reply || !may.seeReply(actor, reply)) return refused('no-such-reply')
  if (!may.answerReply(actor, reply)) return refused('not-yours-to-answer')
  if (reply.endedAt !== null) return refused('cases-are-chosen')
  if (reply.state === 'asked') return refused('receipt-comes-first')
  if (version !== undefined && version !== reply.version) return refused('changed-meanwhile')
  const wrong = whatIsWrong(reply.cases, answers)
  if (wrong) return refused(wrong)
  return ok({
    value: { id, version: reply.version + 1 },
    changes: [{ kind: 'reply', reply: { ...reply, state: 'given', givenAt: now, answers } }],
    happened: [{ kind: 'done', on: { kind: 'reply', id }, deed: 'said-involvement', post: reply.lead }],
  })
}

function whatIsWrong(
  cases: readonly CaseId[],
  answers: Answers,
): 'not-all-answered' | 'not-on-the-list' | undefined {
  if (Object.keys(answers).some((id) => !cases.includes(id as CaseId))) return 'not-on-the-list'
  return cases.every((id) => Object.hasOwn(answers, id)) ? undefined : 'not-all-answered'
}
