import type { Day } from '../calendar/day.ts'
import { leadsOfCase, whyNoneIndependent } from '../cases/independence.ts'
import type { NotIndependent } from '../cases/independence.ts'
import type { PersonId, PostId, RoundId } from '../ids.ts'
import type { Deps } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Holding, Seat } from './seats.ts'

/** Somebody is to hold a post, or to deputise. */
export type Move = { readonly post: PostId; readonly person: PersonId; readonly as: Holding['as'] }

/**
 * Whether nobody looks at their own work once these people hold these posts (OLD-30): asked of every case of the
 * rounds that go on. `about` names the case.
 */
export async function stillIndependent(
  { reads }: Pick<Deps, 'reads'>,
  seats: readonly Seat[],
  moves: readonly Move[],
  from: Day,
): Promise<Result<null, NotIndependent>> {
  const rounds = new Set(seats.flatMap(({ round }): RoundId[] => (round === null ? [] : [round])))
  for (const id of rounds) {
    const round = await reads.round(id)
    if (!round || round.state === 'complete') continue
    for (const file of await reads.filesOf(id)) {
      if (!file.team) continue
      const { worker, manager } = file.team
      const leads = leadsOfCase(file, round)
      const concerned = [...leads, worker, manager]
      if (!moves.some(({ post }) => concerned.includes(post))) continue
      const held = seated(await reads.seats.holdings(concerned, from), moves)
      const why = whyNoneIndependent(held(leads), held([worker], ['holder']), held([manager], ['holder']))
      if (why) return refused(why, [file.reference])
    }
  }
  return ok(null)
}

/** Who sits in these posts after the moves; whoever deputises for a lead person acts as one. */
function seated(before: readonly Holding[], moves: readonly Move[]) {
  const stay = before.filter(({ post, as }) => !moves.some((move) => move.post === post && move.as === as))
  return (
    posts: readonly PostId[],
    as: readonly Holding['as'][] = ['holder', 'deputy'],
  ): readonly PersonId[] =>
    [...stay, ...moves]
      .filter((each) => posts.includes(each.post) && as.includes(each.as))
      .map(({ person }) => person)
}
