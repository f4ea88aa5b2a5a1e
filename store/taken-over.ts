import { addDays } from '#core/calendar/day.ts'
import type { Day } from '#core/calendar/day.ts'
import type { PersonId, PostId } from '#core/ids.ts'

import type { Seen } from './seen.ts'

/** For how many days a post counts as taken over, on the person's own page and as news on Home. */
const SHOWN = 90
const NEWS = 14

/** A post that came to the person from somebody else, and has a first day. */
export type TakenOver = {
  readonly post: PostId
  readonly title: string
  readonly before: string
  readonly from: Day
}

/** The posts that the person holds, or will, after somebody else: the newest first. */
export async function takenOver({ trx, actor, today }: Seen): Promise<readonly TakenOver[]> {
  const rows = await trx
    .selectFrom('post_change')
    .innerJoin('post', 'post.id', 'post_change.post_id')
    .innerJoin('person as before', 'before.id', 'post_change.before_person')
    .innerJoin('post_holding as h', (join) =>
      join
        .onRef('h.post_id', '=', 'post_change.post_id')
        .onRef('h.person_id', '=', 'post_change.person_id')
        .onRef('h.from_day', '=', 'post_change.from_day')
        .on('h.held_as', '=', 'holder'),
    )
    .select([
      'post.id as post',
      'post.title',
      'before.name as before',
      'h.from_day as from',
      'post_change.seq',
    ])
    .where('post_change.person_id', '=', actor.person)
    .where('post_change.held_as', '=', 'holder')
    .where('before.id', '<>', actor.person satisfies PersonId)
    .where('h.from_day', '>=', addDays(today, -SHOWN))
    .where((e) => e.or([e('h.to_day', 'is', null), e('h.to_day', '>=', today)]))
    .orderBy('h.from_day', 'desc')
    .orderBy('post.title')
    .orderBy('post_change.seq', 'desc')
    .execute()
  return rows.filter((row, at) => rows.findIndex(({ post }) => post === row.post) === at)
}

/** Whether that is news: their first day was lately, or is still to come. */
export async function tookOverLately(seen: Seen): Promise<boolean> {
  return (await takenOver(seen)).some(({ from }) => from >= addDays(seen.today, -NEWS))
}
