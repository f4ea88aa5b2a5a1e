import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import type { Entry } from '#core/chronology/entry.ts'
import type { EntryId, PersonId, PostId, ReturnId, RoundId } from '#core/ids.ts'
import { parseMethod } from '#core/method/method.ts'
import type { Actor } from '#core/people/post.ts'
import type { Reads } from '#core/ports.ts'
import type { RoundFrame, WrittenAnswer, WrittenEntry } from '#core/returns/written.ts'

import type { Trx } from './database.ts'
import { readText } from './free-text.ts'
import type { EntryTable } from './schema-of-rounds.ts'

type ReturnReads = Pick<
  Reads,
  'frameOf' | 'writtenIn' | 'entry' | 'answer' | 'deedsSince' | 'personWithMail' | 'personsHolding'
>

/** What the use cases of returns read beside the aggregates. */
export function returnReads(trx: Trx, actor: Actor, today: Day): ReturnReads {
  return {
    frameOf: (id) => findFrame(trx, id),
    writtenIn: async (id) => ({ entries: await entriesOf(trx, id), answers: await answersOf(trx, id) }),
    entry: (of, id) => findEntry(trx, of, id),
    async answer(of, field) {
      return trx
        .selectFrom('return_answer')
        .select('version')
        .where('return_id', '=', of)
        .where('field', '=', field)
        .executeTakeFirst()
    },
    async deedsSince(of, since) {
      const rows = await trx
        .selectFrom('deed_event')
        .select('deed')
        .where('subject_id', '=', of)
        .where('person_id', '=', actor.person)
        .where('at', '>', since)
        .execute()
      return rows.map(({ deed }) => deed)
    },
    personWithMail: (mail) => personWithMail(trx, mail),
    personsHolding: (posts) => personsHolding(trx, posts, today),
  }
}

/** The method of a round with its first day; undefined when the person sees nothing of the round. */
export async function findFrame(trx: Trx, id: RoundId): Promise<RoundFrame | undefined> {
  const row = await trx
    .selectFrom('round')
    .select(['id', 'code', 'theme', 'method', 'start_day'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const parsed = parseMethod(row.method)
  if (!parsed.ok) throw new Error(`round ${id}: its method can't be read`)
  return { id: row.id, code: row.code, theme: row.theme, method: parsed.value, start: row.start_day }
}

function entries(trx: Trx, of: ReturnId) {
  return trx
    .selectFrom('chronology_entry')
    .innerJoin('person', 'person.id', 'chronology_entry.written_by')
    .selectAll('chronology_entry')
    .select('person.name as by')
    .where('return_id', '=', of)
    .where('removed_at', 'is', null)
    .orderBy('on_day')
    .orderBy('chronology_entry.id')
}

async function entriesOf(trx: Trx, of: ReturnId): Promise<readonly WrittenEntry[]> {
  const rows = await entries(trx, of).execute()
  return rows.map((row) => ({ entry: toEntry(row), by: row.by, at: row.written_at }))
}

async function findEntry(trx: Trx, of: ReturnId, id: EntryId): Promise<Entry | undefined> {
  const row = await entries(trx, of).where('chronology_entry.id', '=', id).executeTakeFirst()
  return row && toEntry(row)
}

/** An entry as it was written. */
export function toEntry(row: EntryTable): Entry {
  return {
    id: row.id,
    on: row.on_day,
    until: row.until_day,
    source: readText(row.source),
    event: readText(row.event),
    voice: row.voice === null ? '' : readText(row.voice),
    raisedBy: readText(row.raised_by),
    response: row.response === null ? '' : readText(row.response),
    responseSeen: row.response_seen,
    version: row.version,
  }
}

async function answersOf(trx: Trx, of: ReturnId): Promise<readonly WrittenAnswer[]> {
  const rows = await trx
    .selectFrom('return_answer')
    .innerJoin('person', 'person.id', 'return_answer.written_by')
    .select(['field', 'text', 'version', 'written_at as at', 'person.name as by'])
    .where('return_id', '=', of)
    .orderBy('field')
    .execute()
  return rows.map((row) => ({ ...row, text: readText(row.text) }))
}

/** Addresses are the same whatever their capitals; the first of several who share one. */
async function personWithMail(trx: Trx, mail: string): Promise<PersonId | undefined> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where(sql`lower(mail)`, '=', mail.toLowerCase())
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

async function personsHolding(trx: Trx, posts: readonly PostId[], today: Day): Promise<readonly PersonId[]> {
  if (posts.length === 0) return []
  const rows = await trx
    .selectFrom('post_holding')
    .select('person_id')
    .distinct()
    .where('post_id', 'in', [...posts])
    .where('from_day', '<=', today)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .execute()
  return rows.map(({ person_id }) => person_id)
}
