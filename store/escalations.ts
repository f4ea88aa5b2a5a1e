import type { Escalation, Stage } from '#core/escalation/escalation.ts'
import type { EscalationId } from '#core/ids.ts'

import type { Trx } from './database.ts'
import {
  toEscalation,
  toFirstRow,
  toOpeningWords,
  toPromiseWords,
  toRow,
  toStageRow,
  toWords,
} from './escalation-row.ts'
import { keepText } from './free-text.ts'
import { wroteOne } from './row-parts.ts'

export async function findEscalation(trx: Trx, id: EscalationId): Promise<Escalation | undefined> {
  const [found] = await findEscalations(trx, [id])
  return found
}

/** Those of these that the person may see, the newest first. */
export async function findEscalations(
  trx: Trx,
  ids: readonly EscalationId[],
): Promise<readonly Escalation[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('escalation')
    .innerJoin('escalation_words', 'escalation_words.escalation_id', 'escalation.id')
    .selectAll('escalation')
    .select(['concern', 'outcome', 'feedback', 'reason'])
    .where('escalation.id', 'in', ids)
    .orderBy('raised_at', 'desc')
    .orderBy('escalation.id')
    .execute()
  const stages = await trx
    .selectFrom('escalation_stage')
    .innerJoin('escalation_stage_words', (join) =>
      join
        .onRef('escalation_stage_words.escalation_id', '=', 'escalation_stage.escalation_id')
        .onRef('escalation_stage_words.place', '=', 'escalation_stage.place'),
    )
    .selectAll('escalation_stage')
    .select(['interim', 'skip_because', 'promise_what', 'promise_who', 'waits_on'])
    .where('escalation_stage.escalation_id', 'in', ids)
    .orderBy('escalation_stage.place')
    .execute()
  const of = Map.groupBy(stages, ({ escalation_id }) => escalation_id)
  return rows.map((row) => toEscalation(row, of.get(row.id) ?? []))
}

/** Writes an aggregate and gives it back as saved. A version is written once, and what a stage is never again. */
export async function saveEscalation(trx: Trx, escalation: Escalation): Promise<Escalation> {
  const { id, version, stages } = escalation
  if (version === 0) {
    await trx
      .insertInto('escalation')
      .values({ ...toFirstRow(escalation), ...toRow(escalation) })
      .execute()
    const concern = keepText(escalation.concern)
    await trx
      .insertInto('escalation_words')
      .values({ escalation_id: id, concern, ...toWords(escalation) })
      .execute()
  } else {
    const updated = trx.updateTable('escalation').set(toRow(escalation)).where('id', '=', id)
    wroteOne(await updated.where('version', '=', version).executeTakeFirst(), `escalation ${id}`)
    await trx
      .updateTable('escalation_words')
      .set(toWords(escalation))
      .where('escalation_id', '=', id)
      .execute()
  }
  const known = await trx
    .selectFrom('escalation_stage')
    .select('place')
    .where('escalation_id', '=', id)
    .execute()
  for (const [place, stage] of stages.entries())
    await saveStage(
      trx,
      { escalation_id: id, place },
      stage,
      known.some((row) => row.place === place),
    )
  return { ...escalation, version: version + 1 }
}

type StageKey = { readonly escalation_id: EscalationId; readonly place: number }

async function saveStage(trx: Trx, key: StageKey, stage: Stage, isKnown: boolean): Promise<void> {
  if (isKnown) {
    await trx
      .updateTable('escalation_stage')
      .set(toStageRow(stage))
      .where('escalation_id', '=', key.escalation_id)
      .where('place', '=', key.place)
      .execute()
    await trx
      .updateTable('escalation_stage_words')
      .set(toPromiseWords(stage))
      .where('escalation_id', '=', key.escalation_id)
      .where('place', '=', key.place)
      .execute()
    return
  }
  const { rung, addressee, openedAt, due } = stage
  await trx
    .insertInto('escalation_stage')
    .values({
      ...key,
      rung,
      addressee_post: addressee,
      opened_at: openedAt,
      due_day: due,
      ...toStageRow(stage),
    })
    .execute()
  await trx
    .insertInto('escalation_stage_words')
    .values({ ...key, ...toOpeningWords(stage), ...toPromiseWords(stage) })
    .execute()
}
