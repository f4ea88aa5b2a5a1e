import type { PostId } from '../ids.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { MakeRepresentative } from './commands.ts'
import { may } from './may.ts'

export type MakeRepresentativeRefused = 'not-yours-to-represent' | 'agency-not-known' | 'is-represented'

/**
 * An agency has somebody who represents it on the board: a post of its own, of no round and no case, which the
 * partnership then fills as any other (OLD-41).
 */
export async function makeRepresentative(
  { reads, actor, ids }: Deps,
  { agency: id }: MakeRepresentative,
): Outcome<{ readonly post: PostId }, MakeRepresentativeRefused> {
  if (!may.nameRepresentative(actor)) return refused('not-yours-to-represent')
  const agency = (await reads.rounds.agencies()).find((each) => each.id === id)
  if (!agency) return refused('agency-not-known')
  const unrepresented = await reads.seats.unrepresented()
  if (!unrepresented.some((each) => each.id === id)) return refused('is-represented')
  const post = ids.next<PostId>()
  return ok({
    value: { post },
    writes: [
      {
        kind: 'post',
        id: post,
        post: 'board-representative',
        title: `Board representative, ${agency.name}`,
        agency: id,
        case: null,
        round: null,
      },
    ],
    changes: [],
    happened: [{ kind: 'post-made', post }],
  })
}
