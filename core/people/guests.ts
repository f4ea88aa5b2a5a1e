import { addDays } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { AgencyId, PersonId } from '../ids.ts'
import type { Write } from '../writes.ts'
import type { Seat } from './seats.ts'

/** For how many days a guest is let in before the partnership says again that they still belong here (T7). */
export const GUEST_DAYS = 90

/** Somebody from outside: bound to one agency, let in until a day. */
export type Guest = { readonly agency: AgencyId; readonly until: Day }

export function guestUntil(today: Day): Day {
  return addDays(today, GUEST_DAYS)
}

/** Whether a guest is let in no more: from the day after their last one. */
export function hasEnded({ until }: Guest, today: Day): boolean {
  return until < today
}

/** A guest holds posts of their own agency alone: never an office of the partnership, which has no agency. */
export function mayGuestHold({ agency }: Guest, post: Pick<Seat, 'agency'>): boolean {
  return post.agency === agency
}

/** Who would hold what by these writes: new posts among them are known by what is written of them. */
export function seatedBy(writes: readonly Write[]): readonly Seated[] {
  const made = new Map(
    writes.flatMap((write) => (write.kind === 'post' ? [[write.id, write.agency] as const] : [])),
  )
  return writes.flatMap((write): Seated[] =>
    write.kind === 'holding' && write.person !== null
      ? [{ person: write.person, post: write.post, agency: made.get(write.post) }]
      : [],
  )
}

/** `agency` undefined: of a post that stands already. */
export type Seated = {
  readonly person: PersonId
  readonly post: Seat['post']
  readonly agency: AgencyId | null | undefined
}
