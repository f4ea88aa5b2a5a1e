import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { PersonId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Actor } from '#core/people/post.ts'
import type { Supervised, SupervisionReads, Talk } from '#core/people/supervision/talk.ts'

import type { Trx } from './database.ts'
import { keepText, readText } from './free-text.ts'
import type { FormTable } from './schema-of-rounds.ts'
import type { ActionTable } from './schema.ts'

export function supervisionReadsOf(trx: Trx, actor: Actor, today: Day): SupervisionReads {
  return {
    async supervised(worker) {
      const { forms, actions } = await findSupervised(trx, actor, today, worker)
      return [...forms.map(ofForm), ...actions.map(ofAction)]
    },
  }
}

/** What stands on a worker's sheet, each with the person whose it is today. */
export type Found = {
  readonly forms: readonly (FormTable & OfWorker)[]
  readonly actions: readonly (ActionTable & OfWorker)[]
}
type OfWorker = { readonly worker: PersonId; readonly name: string }

/** What is open comes first, then the newest: what is cut was done long ago. */
const MOST = 500

/**
 * The forms that were issued to workers and the actions that they own, as far as the actor supervises, leads or
 * is the partnership; of one worker when one is given.
 */
export async function findSupervised(trx: Trx, actor: Actor, today: Day, worker?: PersonId): Promise<Found> {
  let forms = trx
    .selectFrom('form')
    .innerJoin('post_holding as h', 'h.post_id', 'form.worker_post')
    .innerJoin('person', 'person.id', 'h.person_id')
    .selectAll('form')
    .select(['person.id as worker', 'person.name'])
    .where('form.state', '<>', 'drafted')
    // What somebody wrote and sent is on their own sheet, whoever follows in the post.
    .where((e) =>
      e.or([
        e('form.state', 'in', ['released', 'seen']),
        e('form.writer', 'is', null),
        e('form.writer', '=', e.ref('h.person_id')),
      ]),
    )
    .where('h.held_as', '=', 'holder')
    .where('h.from_day', '<=', today)
    .where((e) => e.or([e('h.to_day', 'is', null), e('h.to_day', '>=', today)]))
  let actions = trx
    .selectFrom('action')
    .innerJoin('post', 'post.id', 'action.owner_post')
    .innerJoin('post_holding as h', 'h.post_id', 'action.owner_post')
    .innerJoin('person', 'person.id', 'h.person_id')
    .selectAll('action')
    .select(['person.id as worker', 'person.name'])
    .where('post.kind', '=', 'allocated-worker')
    .where('action.state', '<>', 'withdrawn')
    .where('h.held_as', '=', 'holder')
    .where('h.from_day', '<=', today)
    .where((e) => e.or([e('h.to_day', 'is', null), e('h.to_day', '>=', today)]))
  if (worker !== undefined) {
    forms = forms.where('h.person_id', '=', worker)
    actions = actions.where('h.person_id', '=', worker)
  }
  const found = {
    forms: await forms
      .orderBy(sql`form.state not in ('released', 'seen')`)
      .orderBy('form.due_day', 'desc')
      .orderBy('form.reference')
      .limit(MOST)
      .execute(),
    actions: await actions
      .orderBy(sql`action.state in ('confirmed', 'reported-done')`)
      .orderBy('action.due_day', 'desc')
      .orderBy(sql`length(action.number)`)
      .orderBy('action.number')
      .limit(MOST)
      .execute(),
  }
  return {
    forms: found.forms.filter((row) => may.seeOnSheet(actor, ofForm(row))),
    actions: found.actions.filter((row) => may.seeOnSheet(actor, ofAction(row))),
  }
}

export function ofForm({ case_id, manager_post, lead_post }: FormTable): Supervised {
  return { case: case_id, manager: manager_post, lead: lead_post }
}

export function ofAction({ case_id, manager_post, lead_post }: ActionTable): Supervised {
  return { case: case_id, manager: manager_post, lead: lead_post }
}

export async function saveTalk(trx: Trx, { id, worker, manager, on, agreed, at }: Talk): Promise<void> {
  await trx
    .insertInto('supervision_talk')
    .values({ id, worker_person: worker, manager_person: manager, on_day: on, at })
    .execute()
  if (agreed === '') return
  await trx
    .insertInto('supervision_talk_words')
    .values({ talk_id: id, agreed: keepText(agreed) })
    .execute()
}

/** A talk as the actor may see it: what was agreed is null to all but the two, and when nothing was. */
export type FoundTalk = Omit<Talk, 'agreed' | 'at'> & {
  readonly workerName: string
  readonly managerName: string
  readonly agreed: string | null
}

/** The talks with one worker, or with the workers of a manager, newest first. */
export async function findTalks(
  trx: Trx,
  actor: Actor,
  of: { readonly worker: PersonId } | { readonly workers: readonly PersonId[] },
): Promise<readonly FoundTalk[]> {
  const workers = 'worker' in of ? [of.worker] : of.workers
  if (workers.length === 0) return []
  const rows = await trx
    .selectFrom('supervision_talk as t')
    .innerJoin('person as w', 'w.id', 't.worker_person')
    .innerJoin('person as m', 'm.id', 't.manager_person')
    .leftJoin('supervision_talk_words as s', 's.talk_id', 't.id')
    .select([
      't.id',
      't.worker_person as worker',
      't.manager_person as manager',
      't.on_day as on',
      'w.name as workerName',
      'm.name as managerName',
      's.agreed',
    ])
    .where('t.worker_person', 'in', [...workers])
    .orderBy('t.on_day', 'desc')
    .orderBy('t.at', 'desc')
    .orderBy('t.id')
    .limit(MOST)
    .execute()
  return rows
    .filter((talk) => may.seeTalk(actor, talk))
    .map(({ agreed, ...talk }) => ({
      ...talk,
      agreed: agreed !== null && may.readTalk(actor, talk) ? readText(agreed) : null,
    }))
}

/** When a manager last went through the actor's own sheet with them. */
export async function lastTalk(
  trx: Trx,
  { person }: Actor,
): Promise<{ readonly on: Day; readonly manager: string } | null> {
  const row = await trx
    .selectFrom('supervision_talk as t')
    .innerJoin('person as m', 'm.id', 't.manager_person')
    .select(['t.on_day as on', 'm.name as manager'])
    .where('t.worker_person', '=', person)
    .orderBy('t.on_day', 'desc')
    .orderBy('t.at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
