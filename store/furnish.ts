import { sql } from 'kysely'

import type { Moment } from '#core/calendar/moment.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type { DutyId } from '#core/ids.ts'

import { itself } from './author.ts'
import { setStory, storyNow } from './clock.ts'
import { record, tell } from './commit.ts'
import type { Trx } from './database.ts'
import { keepText } from './free-text.ts'
import type { Running } from './running.ts'

/** In the order of their references. */
const FURNITURE = [
  'partnership',
  'agency',
  'person',
  'evaluation_case',
  'child_identity',
  'post',
  'post_holding',
] as const

type Rows = Readonly<Record<(typeof FURNITURE)[number], object | readonly object[]>>

/**
 * Writes a partnership with its people, posts and cases in the place of whatever was there, in one step: an open
 * screen that asks meanwhile waits, and never finds nobody. Only local mode does that.
 */
export async function furnish({ database }: Running, rows: Rows): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await database.transact({ as: 'owner' }, async (trx) => {
        await empty(trx)
        await write(trx, rows)
      })
    } catch (error) {
      if (tries === MOST_TRIES || !isBusy(error)) throw error
    }
  }
}

const MOST_TRIES = 100

/** A table was in use: what was locked is let go of at once, so that no screen's question ends in a deadlock. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01')
}

async function write(trx: Trx, rows: Rows): Promise<void> {
  for (const table of FURNITURE) {
    const list = [rows[table]].flat().map((row) => asKept(table, row))
    await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)},
      ${JSON.stringify(list)}::jsonb)`.execute(trx)
  }
}

/** A row as its table takes it: who a child is goes through the one codec, too. */
function asKept(table: (typeof FURNITURE)[number], row: object): object {
  if (table === 'partnership') return { one: 1, ready: false, calendar_checked: true, version: 0, ...row }
  if (table === 'person') return { job_title: '', phone: '', ...row }
  if (table === 'child_identity' && 'name' in row) return { ...row, name: keepText(String(row.name)) }
  return row
}

export async function finishFurnishing({ database }: Running): Promise<void> {
  await database.transact({ as: 'owner' }, (trx) =>
    trx.updateTable('partnership').set({ ready: true }).execute(),
  )
}

export async function isFurnished({ database }: Running): Promise<boolean> {
  return database.transact({ as: 'owner' }, async (trx) => {
    const row = await trx.selectFrom('partnership').select('ready').executeTakeFirst()
    return row?.ready ?? false
  })
}

/** Empties everything but the shape and the calendar. */
async function empty(trx: Trx): Promise<void> {
  await sql`set local lock_timeout = '100ms'`.execute(trx)
  await sql`truncate ${sql.join(FURNITURE.map((table) => sql.table(table)))}, action, action_words, concern,
    action_event, action_event_text, duty, duty_prompt, prompt, message,
    prompt_policy, prompt_planned, person_setting, overview, overview_day,
    round, round_member, reply, reply_case, case_adult, case_file, case_file_words, panel_grade, agency_return,
    return_words, return_contributor, case_details, ended_meeting, chronology_entry, return_answer, case_collation, collation_words, form, form_words, form_note,
    ticket, guest_access, invitation, post_change, incident, incident_prompt, incident_words, supervision_talk, supervision_talk_words, paused_reference, escalation,
    escalation_words, escalation_setting, escalation_stage, escalation_stage_words, deed_event, chat_address, idempotency, audit_entry, audit_seal,
    story_clock restart identity`.execute(trx)
  await sql`alter sequence action_number restart`.execute(trx)
  await sql`alter sequence escalation_number restart`.execute(trx)
  await sql`alter sequence message_number restart`.execute(trx)
  await tell(trx, new Set(['clock', 'actions', 'duties']))
}

/** Moves the story clock; it is written down like everything else. */
export async function moveStory(running: Running, to: Moment): Promise<void> {
  const { database, realNow } = running
  await database.transact({ as: 'owner' }, async (trx) => {
    await setStory(trx, to, realNow)
    await record(trx, itself(to), [{ kind: 'clock-moved' }])
  })
}

export async function storyTime({ database, realNow }: Running): Promise<Moment> {
  return database.transact({ as: 'worker' }, (trx) => storyNow(trx, realNow))
}

/** The earliest moment, still to come, at which a prompt falls due. */
export async function nextPrompt({ database, realNow }: Running): Promise<Moment | undefined> {
  return database.transact({ as: 'worker' }, async (trx) => {
    const now = await storyNow(trx, realNow)
    const row = await trx
      .selectFrom('duty_prompt')
      .select('next_prompt_at')
      .where('next_prompt_at', '>', now)
      .orderBy('next_prompt_at')
      .limit(1)
      .executeTakeFirst()
    return row?.next_prompt_at ?? undefined
  })
}

/** The open duty of the action with that number. */
export async function openDutyByNumber(
  { database }: Running,
  number: string,
): Promise<{ readonly id: DutyId; readonly kind: DutyKind } | undefined> {
  return database.transact({ as: 'worker' }, (trx) =>
    trx
      .selectFrom('duty')
      .innerJoin('action', 'action.id', 'duty.subject_id')
      .select(['duty.id', 'duty.kind'])
      .where('action.number', '=', number)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  )
}
