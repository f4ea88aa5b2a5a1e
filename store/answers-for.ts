import type { AgencyId, PostId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Actor } from '#core/people/post.ts'

import type { Trx } from './database.ts'
import { findLed } from './seat-reads.ts'

/** What somebody answers for today: whole agencies on the board, and what of an agency they lead. */
type Answers = {
  readonly represented: readonly AgencyId[]
  readonly led: readonly { readonly post: PostId; readonly agency: AgencyId }[]
}

/** Whether there is such a page for the person. */
export async function answersForAgency(trx: Trx, actor: Actor): Promise<boolean> {
  const { represented, led } = await answersOf(trx, actor)
  return may.seeAgency({ represented: represented.length, led: led.length })
}

export async function answersOf(trx: Trx, { posts }: Actor): Promise<Answers> {
  if (posts.size === 0) return { represented: [], led: [] }
  const rows = await trx
    .selectFrom('post')
    .select('agency_id')
    .where('kind', '=', 'board-representative')
    .where('id', 'in', [...posts])
    .execute()
  return {
    represented: rows.flatMap(({ agency_id }) => agency_id ?? []),
    led: await findLed(trx, posts),
  }
}
