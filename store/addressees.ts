import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import { isAtAnyHour } from '#core/prompts/next-step.ts'
import type { Firing } from '#core/prompts/next-step.ts'
import { isBeforeDay } from '#core/prompts/policy.ts'
import type { Policy, Recipient } from '#core/prompts/policy.ts'

import type { Trx } from './database.ts'
import { isLetIn } from './guests.ts'
import type { DutyTable } from './schema.ts'

/** Which posts a prompt of a duty may go to. */
export const POSTS = [
  'owes_post',
  'lead_post',
  'manager_post',
  'business_post',
] as const satisfies readonly (keyof DutyTable)[]

type WithPosts = Pick<DutyTable, 'kind' | (typeof POSTS)[number]>

export type Holder = {
  readonly post: PostId
  readonly as: 'holder' | 'deputy'
  readonly person: PersonId
  readonly road: 'teams' | 'mail' | 'both'
  readonly isAway: boolean
  /** Wants no reminder before the day itself. */
  readonly mutesEarly: boolean
}

/** To which post, as which of its people; without a holder nothing is sent, and `heldBack` says why if not for want of one. */
export type Addressee = {
  readonly post: PostId
  readonly as: 'holder' | 'deputy'
  readonly holder: Holder | undefined
  readonly heldBack: 'away' | 'muted' | null
}

/**
 * Who holds or deputises for the posts of these duties today, and whether they are here. A guest whose access has
 * ended is told nothing: as if nobody held the post.
 */
export async function peopleOf(
  trx: Trx,
  duties: readonly WithPosts[],
  today: Day,
): Promise<ReadonlyMap<PostId, readonly Holder[]>> {
  const posts = new Set(
    duties.flatMap((d) => [
      d.owes_post,
      d.lead_post,
      d.business_post,
      ...(d.manager_post ? [d.manager_post] : []),
    ]),
  )
  const rows = await trx
    .selectFrom('post_holding')
    .innerJoin('person', 'person.id', 'post_holding.person_id')
    .leftJoin('person_setting', 'person_setting.person_id', 'person.id')
    .select(['post_id as post', 'held_as as as', 'person.id as person', 'road'])
    .select(sql<boolean>`coalesce(${today} between away_from and away_to, false)`.as('isAway'))
    .select(sql<boolean>`coalesce(mute_early, false)`.as('mutesEarly'))
    .where('post_id', 'in', [...posts])
    .where('from_day', '<=', today)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .where(isLetIn('person.id', today))
    .execute()
  return Map.groupBy(rows, ({ post }) => post)
}

/** The posts that a step is for, each once, with whoever holds them today or stands in. */
export function addressees(
  duty: WithPosts,
  { step, to, skipped }: Firing,
  people: ReadonlyMap<PostId, readonly Holder[]>,
  policy: Policy,
): readonly Addressee[] {
  const isUrgent = [step, ...skipped].some((each) => isAtAnyHour(duty.kind, each))
  const isEarly = [step, ...skipped].every((each) => isBeforeDay(policy[duty.kind], each))
  const found = to.flatMap((recipient) => {
    const post = postOf(duty, recipient)
    const as = recipient === 'deputy' ? 'deputy' : 'holder'
    return reachedAs({ post, as }, people.get(post) ?? [], isUrgent)
  })
  return found
    .filter(({ post, as }, at) => found.findIndex((other) => other.post === post && other.as === as) === at)
    .map((each) =>
      isEarly && each.holder?.mutesEarly === true ? { ...each, holder: undefined, heldBack: 'muted' } : each,
    )
}

/**
 * For whoever is away, and where nobody holds the post, its deputy hears; without one the prompt waits until they are back, and the partnership
 * is told how many wait. What is told at any hour reaches them all the same.
 */
function reachedAs(
  seat: Pick<Addressee, 'post' | 'as'>,
  holders: readonly Holder[],
  isUrgent: boolean,
): readonly Addressee[] {
  const holder = holders.find(({ as }) => as === seat.as)
  if (!holder && seat.as === 'deputy') return []
  const told: Addressee = { ...seat, holder, heldBack: null }
  if (holder && !holder.isAway) return [told]
  const deputy = holders.find(({ as, isAway }) => as === 'deputy' && !isAway)
  const standsIn: Addressee[] = deputy ? [{ ...seat, as: 'deputy', holder: deputy, heldBack: null }] : []
  if (isUrgent && holder) return [told, ...standsIn]
  if (deputy) return standsIn
  return [holder ? { ...seat, holder: undefined, heldBack: 'away' } : told]
}

/** An owner who is a lead person has no manager here: the climb goes on to the lead person's own post. */
function postOf(duty: WithPosts, recipient: Recipient): PostId {
  switch (recipient) {
    case 'owes':
    case 'deputy':
      return duty.owes_post
    case 'lead-person':
      return duty.lead_post
    case 'manager':
      return duty.manager_post ?? duty.lead_post
    case 'business-manager':
      return duty.business_post
  }
}
