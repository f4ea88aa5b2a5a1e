import type { Day } from '../calendar/day.ts'
import type { NotIndependent } from '../cases/independence.ts'
import { handOverForm } from '../close-the-loop/hand-over-form.ts'
import type { PersonId, PostId } from '../ids.ts'
import type { Deps, Done } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Write } from '../writes.ts'
import { namePerson } from './commands.ts'
import type { FillPost } from './commands.ts'
import { may } from './may.ts'
import type { Holding, Led, Seat } from './seats.ts'
import { stillIndependent } from './still-independent.ts'

/** `no-such-seat` is also the answer to everyone whose post it is not to fill: the two look the same. */
export type SeatRefused = 'no-such-seat' | 'not-yours-to-fill' | 'day-has-passed' | 'changed-meanwhile'
export type FillRefused =
  | SeatRefused
  | NotIndependent
  | 'no-such-person'
  | 'not-for-yourself'
  | 'holds-it-already'
  | 'holder-is-no-deputy'

export type HoldingWrite = Extract<Write, { readonly kind: 'holding' }>
type About = { readonly post: PostId; readonly from: Day; readonly version?: number }
export type Filling = FillPost & About
type Right = (actor: Deps['actor'], seat: Seat, led: readonly Led[]) => boolean

/** The post, when the person may change who holds it from that day on. */
export async function seatToChange(
  { reads, actor, today }: Deps,
  { post, from, version }: About,
  right: Right,
): Promise<Result<Seat, SeatRefused>> {
  const seat = await reads.seats.seat(post)
  const led = await reads.seats.led(actor.posts)
  if (!seat || !may.seeSeat(actor, seat, led)) return refused('no-such-seat')
  if (!right(actor, seat, led)) return refused('not-yours-to-fill')
  if (from < today) return refused('day-has-passed')
  return version !== undefined && version !== seat.version ? refused('changed-meanwhile') : ok(seat)
}

/** Somebody holds the post from a day on, or deputises: nobody looks at their own work (OLD-30). */
export async function fill(
  deps: Deps,
  said: Filling,
  as: Holding['as'],
): Promise<Result<Done<{ version: number }>, FillRefused>> {
  const seat = await seatToChange(deps, said, as === 'holder' ? may.nameHolder : may.nameDeputy)
  if (!seat.ok) return seat
  const who = await namePerson(deps, said.who)
  if (!who.ok) return who
  const { person, writes } = who.value
  if (!may.seat(deps.actor, seat.value, person)) return refused('not-for-yourself')
  const held = await deps.reads.seats.holdings([said.post], said.from)
  const same = held.filter((each) => each.person === person && each.to === null && each.from <= said.from)
  if (same.some((each) => each.as === as)) return refused('holds-it-already')
  if (as === 'deputy' && held.some((each) => each.person === person && each.as === 'holder'))
    return refused('holder-is-no-deputy')
  const independent = await stillIndependent(deps, [seat.value], [{ post: said.post, person, as }], said.from)
  if (!independent.ok) return independent
  const done = changed(seat.value, [...writes, holding(said.post, person, as, said.from)])
  const { kind, case: of } = seat.value
  if (as !== 'holder' || kind !== 'allocated-worker' || of === null || said.from > deps.today) return ok(done)
  const form = await handOverForm(deps, of, person, null)
  return ok({ ...done, ...form, writes: [...(done.writes ?? []), ...form.writes] })
}

/** What comes of it: the post has a new version. */
export function changed(seat: Seat, writes: readonly Write[]): Done<{ version: number }> {
  return { value: { version: seat.version + 1 }, writes, changes: [], happened: [] }
}

export function holding(post: PostId, person: PersonId | null, as: Holding['as'], from: Day): HoldingWrite {
  return { kind: 'holding', post, person, as, from }
}

/** Somebody's own time in a post ends; who follows them, or holds it beside them, stays. */
export function takenFrom({ post, person, as }: Holding, from: Day): HoldingWrite {
  return { kind: 'holding', post, person: null, as, from, only: person }
}
