import { dutiesOf } from '#core/actions/duties-of.ts'

import { findAction } from './actions.ts'
import { storyNow } from './clock.ts'
import { saveDuties } from './duties.ts'
import type { Running } from './run.ts'

/** Derives every duty from its aggregate again and writes what differs; on a sound database that is nothing. */
export async function rebuildDuties({
  database,
  calendar,
  realNow,
}: Running): Promise<{ readonly actions: number; readonly changed: number }> {
  return database.transact({ as: 'owner' }, async (trx) => {
    const now = await storyNow(trx, realNow)
    const ids = await trx.selectFrom('action').select('id').orderBy('id').execute()
    let changed = 0
    for (const { id } of ids) {
      const action = await findAction(trx, id)
      if (!action) throw new Error(`action ${id} has no words`)
      changed += await saveDuties(trx, id, dutiesOf(action, calendar), calendar, {
        at: now,
        by: null,
        deed: null,
      })
    }
    return { actions: ids.length, changed }
  })
}
