import type { Moment } from '#core/calendar/moment.ts'
import { parseMoment } from '#core/calendar/moment.ts'

import type { Database, Trx } from './database.ts'

/** The real clock, given once at start so that tests can move it. */
export type RealNow = () => number

/**
 * The time of the process. Without a row it is the real time; local mode keeps a row, from which the story
 * runs on at real speed and which can only be moved forward.
 */
export async function storyNow(trx: Trx, realNow: RealNow): Promise<Moment> {
  const row = await trx.selectFrom('story_clock').select(['story', 'real']).executeTakeFirst()
  const at = row ? Date.parse(row.story) + Math.max(0, realNow() - Date.parse(row.real)) : realNow()
  return momentOf(at)
}

/** Whether somebody has moved the clock: a database of local mode, with invented people in it. */
export async function hasStory(database: Database): Promise<boolean> {
  const row = await database.transact({ as: 'worker' }, (trx) =>
    trx.selectFrom('story_clock').select('story').executeTakeFirst(),
  )
  return row !== undefined
}

/** Sets the story clock; only local mode calls it. */
export async function setStory(trx: Trx, story: Moment, realNow: RealNow): Promise<void> {
  const now = { one: 1, story, real: momentOf(realNow()) }
  await trx
    .insertInto('story_clock')
    .values(now)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(now))
    .execute()
}

export function momentOf(epochMs: number): Moment {
  const moment = parseMoment(new Date(epochMs).toISOString())
  if (!moment) throw new RangeError('no such moment')
  return moment
}
