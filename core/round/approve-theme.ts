import type { RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { ApproveTheme } from './commands.ts'
import type { RoundSaved } from './set-up-round.ts'

export type ApproveRefused =
  | 'no-such-round'
  | 'not-yours-to-set-up'
  | 'was-approved'
  | 'approved-in-the-future'
  | 'changed-meanwhile'

/** Records who approved the theme, and on which day (OLD-25). */
export async function approveTheme(
  { reads, actor, today }: Deps,
  input: { readonly round: RoundId; readonly version?: number; readonly said: ApproveTheme },
): Outcome<RoundSaved, ApproveRefused> {
  const round = await reads.round(input.round)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.setUpRound(actor)) return refused('not-yours-to-set-up')
  if (input.version !== undefined && input.version !== round.version) return refused('changed-meanwhile')
  if (!may.approveTheme(actor, round) || round.state !== 'draft') return refused('was-approved')
  if (input.said.on > today) return refused('approved-in-the-future')
  const { id, code, version } = round
  return ok({
    value: { id, code, version: version + 1 },
    changes: [{ kind: 'round', round: { ...round, state: 'approved', approval: input.said } }],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: 'approved-theme', post: null }],
  })
}
