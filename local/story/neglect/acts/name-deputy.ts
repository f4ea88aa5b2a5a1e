import type { PersonId, PostId, RoundId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Deps, Outcome } from '#core/ports.ts'
import { ok, refused } from '#core/result.ts'

/** Somebody stands in for a lead person from today on. */
export async function nameDeputy(
  { reads, actor, today }: Deps,
  said: { readonly round: RoundId; readonly post: PostId; readonly deputy: PersonId },
): Outcome<null, 'no-such-round'> {
  const round = await reads.round(said.round)
  if (!round || !may.setUpRound(actor)) return refused('no-such-round')
  return ok({
    value: null,
    writes: [{ kind: 'holding', post: said.post, person: said.deputy, as: 'deputy', from: today }],
    changes: [{ kind: 'round', round }],
    happened: [{ kind: 'done', on: { kind: 'round', id: round.id }, deed: 'changed-round', post: null }],
  })
}
