import { addDays } from '#core/calendar/day.ts'
import type { Write } from '#core/writes.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Author } from './author.ts'
import type { Trx } from './database.ts'

type Holding = Extract<Write, { kind: 'holding' }>

/**
 * Somebody holds a post from a day on, or nobody: whoever was to hold it that day or later does not, and whoever
 * holds it now leaves it the day before. With `only` that is asked of one person, and of who follows them: everybody
 * else stays as they are, and `to` is the last day before one of those. Each change stays in the post's history.
 */
export async function hold(trx: Trx, author: Author, write: Holding): Promise<void> {
  const { post, person, as, from, only, to = null } = write
  await keepChange(trx, author, write)
  await leave(trx, write)
  if (person !== null)
    await trx
      .insertInto('post_holding')
      .values({ post_id: post, person_id: person, from_day: from, to_day: to, held_as: as })
      .onConflict((conflict) =>
        conflict.columns(['post_id', 'person_id', 'from_day']).doUpdateSet({ held_as: as, to_day: to }),
      )
      .execute()
  // Last: whoever gives away what they hold from this day on writes by the right of it until then.
  await trx
    .deleteFrom('post_holding')
    .where('post_id', '=', post)
    .where('held_as', '=', as)
    .where('from_day', '>=', from)
    .$if(to !== null, (query) => query.where('from_day', '<=', to ?? from))
    .$if(only !== undefined, (query) => query.where('person_id', '=', only ?? person))
    .$if(person !== null, (query) =>
      query.where((e) => e.or([e('person_id', '<>', person), e('from_day', '>', from)])),
    )
    .execute()
}

/** Who held it the same way leaves it the day before; a new holder deputises for themselves no more. */
async function leave(trx: Trx, { post, person, as, from, only }: Holding): Promise<void> {
  const until = addDays(from, -1)
  await trx
    .updateTable('post_holding')
    .set({ to_day: until })
    .where('post_id', '=', post)
    .where((e) =>
      e.or([
        only === undefined
          ? e('held_as', '=', as)
          : e.and([e('held_as', '=', as), e('person_id', 'in', [only, person ?? only])]),
        ...(as === 'holder' && person !== null
          ? [e.and([e('held_as', '=', 'deputy'), e('person_id', '=', person)])]
          : []),
      ]),
    )
    .where('from_day', '<', from)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>', until)]))
    .execute()
}

async function keepChange(
  trx: Trx,
  author: Author,
  { post, person, as, from, only }: Holding,
): Promise<void> {
  const before = await trx
    .selectFrom('post_holding')
    .select('person_id')
    .where('post_id', '=', post)
    .where('held_as', '=', as)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', addDays(from, -1))]))
    .where('from_day', '<=', from)
    .$if(only !== undefined, (query) => query.where('person_id', '=', only ?? person))
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  const { last } = await trx
    .selectFrom('post_change')
    .select((e) => e.fn.max('seq').as('last'))
    .where('post_id', '=', post)
    .executeTakeFirstOrThrow()
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('post_change')
    .values({
      post_id: post,
      seq: (last ?? 0) + 1,
      at: author.now,
      by_person: author.person,
      held_as: as,
      person_id: person,
      before_person: before?.person_id ?? null,
      from_day: from,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new ChangedMeanwhile(`post ${post}`)
}
