import type { PersonId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import { untouched } from '#core/prompts/settings.ts'
import type { Settings, Whose } from '#core/prompts/settings.ts'
import type { SettingsView } from '#core/prompts/views.ts'

import { ChangedMeanwhile } from './actions.ts'
import type { Trx } from './database.ts'
import type { Schema } from './schema.ts'
import type { Seen } from './seen.ts'

/** A person with what they set; undefined when there is no such person. */
export async function findSettings(trx: Trx, id: PersonId): Promise<Whose | undefined> {
  const person = await trx
    .selectFrom('person')
    .select(['name', 'road'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!person) return undefined
  const row = await trx
    .selectFrom('person_setting')
    .selectAll()
    .where('person_id', '=', id)
    .executeTakeFirst()
  return { ...person, settings: row ? settingsIn(row) : untouched }
}

/** Written under the next version; whoever read an older one meanwhile is told. */
export async function saveSettings(trx: Trx, person: PersonId, settings: Settings): Promise<void> {
  const columns = {
    version: settings.version,
    mute_early: settings.muteEarly,
    mute_overviews: settings.muteOverviews,
    away_from: settings.away?.from ?? null,
    away_to: settings.away?.to ?? null,
  }
  const done =
    settings.version === 1
      ? await trx
          .insertInto('person_setting')
          .values({ person_id: person, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows === 1n)
      : await trx
          .updateTable('person_setting')
          .set(columns)
          .where('person_id', '=', person)
          .where('version', '=', settings.version - 1)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows === 1n)
  if (!done) throw new ChangedMeanwhile(`settings of ${person}`)
}

/** What somebody set, for themselves and the partnership; of another what they hear less of is not shown. */
export async function viewSettings(
  { trx, actor, today }: Seen,
  person: PersonId,
): Promise<SettingsView | undefined> {
  const found = may.setAway(actor, person) ? await findSettings(trx, person) : undefined
  if (!found) return undefined
  const { name, road, settings } = found
  const { away, version } = settings
  const isPast = away !== null && away.to < today
  return {
    version,
    name,
    road,
    away: away && !isPast ? { ...away } : null,
    mute: may.mute(actor, person)
      ? { early: settings.muteEarly, overviews: settings.muteOverviews, has: await hasOverviews(trx, actor) }
      : null,
  }
}

/** Whether there is an overview that the person could turn off. */
async function hasOverviews(trx: Trx, { posts }: Seen['actor']): Promise<boolean> {
  if (posts.size === 0) return false
  const row = await trx
    .selectFrom('post')
    .select('id')
    .where('id', 'in', [...posts])
    .where('kind', 'in', ['business-manager', 'supervising-manager'])
    .executeTakeFirst()
  return row !== undefined
}

function settingsIn(row: Schema['person_setting']): Settings {
  const { away_from: from, away_to: to } = row
  return {
    version: row.version,
    away: from !== null && to !== null ? { from, to } : null,
    muteEarly: row.mute_early,
    muteOverviews: row.mute_overviews,
  }
}
