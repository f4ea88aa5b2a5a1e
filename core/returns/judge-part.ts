import type { ReturnId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import { accepts, sendsBack } from './decide.ts'
import type { ReturnDeed } from './deeds.ts'
import type { PartName, Return } from './return.ts'
import type { ReturnSaved } from './send-part.ts'
import { done } from './writing.ts'

export type JudgeRefused = 'no-such-return' | 'not-yours-to-judge' | 'nothing-to-judge' | 'changed-meanwhile'

type Which = { readonly return: ReturnId; readonly part: PartName; readonly version?: number }

/** Whoever asked for a part accepts it. */
export async function acceptPart(deps: Deps, input: Which): Outcome<ReturnSaved, JudgeRefused> {
  const { part } = input
  return judged(deps, input, `accepted-${part}`, (of) => accepts(of, part))
}

/** Whoever asked for a part sends it back with a comment: its agency owes it again. */
export async function sendBack(
  deps: Deps,
  input: Which & { readonly comment: string },
): Outcome<ReturnSaved, JudgeRefused> {
  const { part, comment } = input
  return judged(deps, input, `sent-back-${part}`, (of) => sendsBack(of, part, comment, deps.now))
}

async function judged(
  { reads, actor }: Deps,
  { return: id, part, version }: Which,
  deed: ReturnDeed,
  decide: (of: Return) => Result<Return, 'nothing-to-judge'>,
): Outcome<ReturnSaved, JudgeRefused> {
  const of = await reads.return(id)
  if (!of || !may.seeReturn(actor, of)) return refused('no-such-return')
  if (!may.askedFor(actor, of)) return refused('not-yours-to-judge')
  if (version !== undefined && version !== of.version) return refused('changed-meanwhile')
  const decision = decide(of)
  if (!decision.ok || !may.judgeReturn(actor, of, part)) return refused('nothing-to-judge')
  return ok({
    value: { return: id, version: of.version + 1 },
    changes: [{ kind: 'return', return: decision.value }],
    happened: [done(of, deed, actor.posts.has(of.owedTo) ? of.owedTo : null)],
  })
}
