import type { RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { isIn } from '../returns/return.ts'
import type { Return } from '../returns/return.ts'
import type { ReleaseTo, Round } from './round.ts'

export type ReleaseRefused =
  | 'no-such-round'
  | 'not-yours-to-release'
  | 'nothing-to-release'
  | 'was-released'
  | 'qa-manager-first'
  | 'changed-meanwhile'

type Input = { readonly round: RoundId; readonly to: ReleaseTo; readonly version?: number }

/**
 * Releases the chronologies of a round: to the QA manager, then to the panel. A deliberate act, allowed before
 * all is in; nothing becomes visible because a day came (decisions.md 18).
 */
export async function release(
  { reads, actor, now }: Deps,
  { round: id, to, version }: Input,
): Outcome<{ readonly round: RoundId; readonly version: number }, ReleaseRefused> {
  const round = await reads.round(id)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.runRound(actor)) return refused('not-yours-to-release')
  if (version !== undefined && version !== round.version) return refused('changed-meanwhile')
  if (round.state !== 'evaluating') return refused('nothing-to-release')
  if (!may.release(actor, round, to)) return refused(why(round, to))
  const released = to === 'qa' ? { releasedToQa: now } : { releasedToPanel: now }
  return ok({
    value: { round: id, version: round.version + 1 },
    changes: [{ kind: 'round', round: { ...round, ...released } }],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: `released-to-${to}`, post: null }],
  })
}

/** The returns without whose chronology it would be released now; known briefly and not involved owe none. */
export function withoutChronology(returns: readonly Return[]): readonly Return[] {
  return returns.filter((of) => of.scope === 'in' && !isIn(of.chronology))
}

function why(
  round: Extract<Round, { state: 'evaluating' }>,
  to: ReleaseTo,
): 'was-released' | 'qa-manager-first' {
  return to === 'panel' && round.releasedToQa === null ? 'qa-manager-first' : 'was-released'
}
