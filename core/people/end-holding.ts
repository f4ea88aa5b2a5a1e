import type { PostId } from '../ids.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { EndHolding } from './commands.ts'
import { changed, holding, seatToChange } from './fill-post.ts'
import type { SeatRefused } from './fill-post.ts'
import { may } from './may.ts'

export type EndRefused = SeatRefused | 'office-needs-holder' | 'nobody-holds-it'

type Input = EndHolding & { readonly post: PostId; readonly version?: number }

/**
 * From a day on nobody holds the post, or nobody deputises. What it owes waits, and the partnership sees that. An
 * office goes from one holder to the next instead.
 */
export async function endHolding(deps: Deps, said: Input): Outcome<{ version: number }, EndRefused> {
  const { post, as, from } = said
  const seat = await seatToChange(deps, said, as === 'holder' ? may.nameHolder : may.nameDeputy)
  if (!seat.ok) return seat
  const led = await deps.reads.seats.led(deps.actor.posts)
  if (as === 'holder' && !may.leaveVacant(deps.actor, seat.value, led)) return refused('office-needs-holder')
  const held = await deps.reads.seats.holdings([post], from)
  if (!held.some((each) => each.as === as)) return refused('nobody-holds-it')
  return ok(changed(seat.value, [holding(post, null, as, from)]))
}
