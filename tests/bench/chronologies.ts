import { sql } from 'kysely'

import { seeChronology } from '#core/chronology/see-chronology.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { aReturn, everyChronology } from '#tests/fixtures/a-return.ts'
import { aCaseFile, aRound, ofN08 } from '#tests/fixtures/a-round.ts'
import { at, request } from '#tests/fixtures/store-acts.ts'
import { asFile, asReturn, asRound, committed, seatThePanel } from '#tests/fixtures/store-rounds.ts'

/** Four agencies, each with so many entries about one case. */
const AGENCIES = ['csc', 'edu', 'ccg', 'gp'] as const
const EACH = 50
const ENTRIES_OF_CASE = AGENCIES.length * EACH

/** Cases with 200 entries each, that many in all, sent and released; N-08 is one of them. */
export async function fillChronologies(running: Running, entries: number): Promise<void> {
  await seatThePanel(running)
  const released = { releasedToQa: at('2018-05-29'), releasedToPanel: at('2018-05-30') }
  await committed(running, 'bea', asRound(aRound('evaluating', released)))
  await committed(running, 'bea', asFile(aCaseFile('to-come')))
  await committed(running, 'bea', asReturn(aReturn('in', { chronology: everyChronology.submitted })))
  const others = entries / ENTRIES_OF_CASE - 1
  await running.database.transact({ as: 'owner' }, async (trx) => {
    await sql`insert into evaluation_case (id, reference, round, round_id)
      select 'c' || n, 'X-' || n, 'N-2018-2', ${ofN08.round} from generate_series(1, ${others}::int) n`.execute(
      trx,
    )
    await sql`insert into case_file select (jsonb_populate_record(f, jsonb_build_object(
        'id', 'c' || n, 'reference', 'X-' || n))).*
      from case_file f, generate_series(1, ${others}::int) n`.execute(trx)
    await sql`insert into agency_return select (jsonb_populate_record(r, jsonb_build_object(
        'id', agency || ' ' || f.id, 'case_id', f.id, 'reference', f.reference, 'agency_id', agency,
        'lead_post', 'lead-' || agency))).*
      from agency_return r, case_file f, unnest(${sql.val([...AGENCIES])}::text[]) agency
      where (agency, f.id) <> (r.agency_id, r.case_id)`.execute(trx)
    await sql`insert into concern (subject_id, post_id, own)
      select f.id, post, true from case_file f, unnest(f.member_posts || array[bm_post, qa_post, chair_post]) post
      union select r.id, r.lead_post, true from agency_return r
      union select r.id, post, false from agency_return r, unnest(array[bm_post, qa_post]) post
      on conflict do nothing`.execute(trx)
    await sql`insert into chronology_entry (id, return_id, on_day, source, event, raised_by, response, response_seen,
        version, written_by, written_at)
      select r.id || ' ' || n, r.id, '2017-01-01'::date + n * 7, 'Case notes',
        'The family was visited at home; what was agreed was written down and sent to the school.',
        'The school', 'A second visit in the same week.', 'seen', 1, 'ada', '2018-05-16T10:00:00Z'
      from agency_return r, generate_series(1, ${EACH}::int) n`.execute(trx)
    await sql`analyze`.execute(trx)
  })
}

/** The chronology page of N-08 as a member of its panel reads it: behind the walls, with its audit entry. */
export async function readChronology(running: Running): Promise<void> {
  const read = await run(running, request('eve', null), seeChronology, { case: ofN08.case })
  if (!read.ok || read.value.entries.length !== ENTRIES_OF_CASE)
    throw new Error('the chronology is not all there')
}
