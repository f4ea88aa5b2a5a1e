import type { Subject, SubjectKind } from '#core/subject.ts'

import { AGGREGATE_TABLES, findChange, owedNow } from './aggregates.ts'
import { storyNow } from './clock.ts'
import { saveDuties } from './duties.ts'
import { promptRules } from './prompt-policy.ts'
import type { Running } from './running.ts'

/** Derives every duty from its aggregate again and writes what differs; on a sound database that is nothing. */
export async function rebuildDuties({
  database,
  calendar,
  realNow,
}: Running): Promise<{ readonly subjects: number; readonly changed: number }> {
  return database.transact({ as: 'owner' }, async (trx) => {
    const now = await storyNow(trx, realNow)
    const rules = await promptRules(trx, calendar)
    let subjects = 0
    let changed = 0
    for (const [kind, table] of Object.entries(AGGREGATE_TABLES) as [SubjectKind, Table][]) {
      const ids = await trx.selectFrom(table).select('id').orderBy('id').execute()
      subjects += ids.length
      for (const { id } of ids) {
        const subject = { kind, id } as Subject
        const change = await findChange(trx, subject)
        if (!change) throw new Error(`${kind} ${id} has no words`)
        const closing = { at: now, by: null, deed: null }
        changed += await saveDuties(trx, subject, await owedNow(trx, change, calendar), rules, closing)
      }
    }
    return { subjects, changed }
  })
}

type Table = (typeof AGGREGATE_TABLES)[SubjectKind]
