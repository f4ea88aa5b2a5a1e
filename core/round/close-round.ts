import { isAboutAction } from '../duties/words.ts'
import type { RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { CloseRound } from './commands.ts'
import type { RoundSaved } from './set-up-round.ts'

export type CloseRoundRefused =
  | 'no-such-round'
  | 'not-yours-to-close-round'
  | 'panel-comes-first'
  | 'was-closed'
  | 'say-why-it-stays-open'
  | 'changed-meanwhile'

/**
 * Closes a round: everybody's access to its case material ends, but the partnership's; open actions go on with
 * those whom they concern (decisions.md 22). What is still owed beside actions ends with it, and needs a reason.
 */
export async function closeRound(
  { reads, actor, now }: Deps,
  input: { readonly round: RoundId; readonly version?: number; readonly said: CloseRound },
): Outcome<RoundSaved, CloseRoundRefused> {
  const round = await reads.round(input.round)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.runRound(actor)) return refused('not-yours-to-close-round')
  if (input.version !== undefined && input.version !== round.version) return refused('changed-meanwhile')
  if (round.state === 'complete') return refused('was-closed')
  if (round.state !== 'panel-held') return refused('panel-comes-first')
  const { id, code, version } = round
  const owed = (await reads.rounds.owedIn(id)).filter((kind) => !isAboutAction(kind))
  const closeReason = input.said.reason === '' ? null : input.said.reason
  if (owed.length > 0 && closeReason === null) return refused('say-why-it-stays-open')
  return ok({
    value: { id, code, version: version + 1 },
    changes: [{ kind: 'round', round: { ...round, state: 'complete', completeAt: now, closeReason } }],
    writes: [{ kind: 'round-closed', round: id }],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: 'completed-round', post: null }],
  })
}
