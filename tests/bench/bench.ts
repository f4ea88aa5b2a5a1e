/**
 * `npm run bench`: what a sweep and the "Waiting for you" list cost at 100,000 open actions, and the chronology
 * of one case among 200,000 entries, as ratios within this run (architecture.md, Bars). Both engines; PostgreSQL
 * is found or brought as for the tests. `npm run bench prompts`: what prompts.ts says, alone.
 */
import { sql } from 'kysely'

import { day } from '#core/calendar/day.ts'
import { momentAt } from '#core/calendar/moment.ts'
import type { PersonId } from '#core/ids.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { loadCalendar } from '#server/opening/open-store.ts'
import { openPglite, openPostgres } from '#store/database.ts'
import type { Database } from '#store/database.ts'
import { furnish, moveStory } from '#store/furnish.ts'
import { migrate } from '#store/migrate.ts'
import { findActor } from '#store/people.ts'
import type { Running } from '#store/running.ts'
import { sweep } from '#store/sweep.ts'
import { viewDuties } from '#store/views.ts'

import { aPostgresCell } from '../fixtures/postgres/cell.ts'
import { startPostgres } from '../fixtures/postgres/start-postgres.ts'
import { fillChronologies, readChronology } from './chronologies.ts'
import { benchPrompts } from './prompts.ts'

const OPEN = 100_000
const FEW = 1000
const ENTRIES = 200_000
const FEW_ENTRIES = 2000
const DUE = OPEN / 100
const ROUNDS = 11
const TODAY = day('2018-06-18')
const NOW = momentAt(TODAY, '10:00')

const postgres = await startPostgres()
process.env['TEST_DATABASE_URL'] = postgres.url
if (process.argv[2] === 'prompts') {
  const held = await benchPrompts()
  await postgres.stop()
  process.exit(held ? 0 : 1)
}
await bench('PGlite', () => openPglite(undefined))
await bench('PostgreSQL', async () => openPostgres((await aPostgresCell()).urls))
await postgres.stop()
process.exit(0)

async function bench(engine: string, open: () => Promise<Database>): Promise<void> {
  const many = await filled(await open(), OPEN)
  say(`${engine}, ${OPEN.toLocaleString('en-GB')} open actions`)
  say(
    await compare(
      `sweep, ${DUE} due`,
      'one INSERT … SELECT of the rows that it writes',
      () => sweepDue(many),
      () => bareInsert(many),
    ),
  )
  say(
    await compare(
      'sweep, nothing due',
      'the bare SELECT',
      () => timed(() => sweep(many)),
      () => timed(() => bareSelect(many)),
    ),
  )
  const few = await filled(await open(), FEW)
  say(
    await compare(
      '"Waiting for you" there',
      `at ${FEW} open actions`,
      () => timed(() => waiting(many)),
      () => timed(() => waiting(few)),
    ),
  )
  await many.database.close()
  await few.database.close()
  await benchChronology(open)
}

async function benchChronology(open: () => Promise<Database>): Promise<void> {
  const many = await furnished(await open())
  await fillChronologies(many, ENTRIES)
  const few = await furnished(await open())
  await fillChronologies(few, FEW_ENTRIES)
  say(
    await compare(
      `the chronology of one case among ${ENTRIES.toLocaleString('en-GB')} entries`,
      `among ${FEW_ENTRIES.toLocaleString('en-GB')}`,
      () => timed(() => readChronology(many)),
      () => timed(() => readChronology(few)),
    ),
  )
  await many.database.close()
  await few.database.close()
}

/** The first page as the lead person of Schools, who owes a hundredth part of the actions. */
async function waiting({ database }: Running): Promise<void> {
  const person = 'eve' as PersonId
  await database.transact({ as: 'web', person }, async (trx) => {
    const actor = await findActor(trx, person, TODAY)
    if (!actor) throw new Error('the bench has lost its reader')
    await viewDuties({ trx, actor, today: TODAY }, 'owes', undefined)
  })
}

/** A sweep with its due duties put back first; only the sweep is timed. */
async function sweepDue(running: Running): Promise<number> {
  await putBack(running)
  const took = await timed(async () => {
    const { duties } = await sweep(running)
    if (duties !== DUE) throw new Error(`the sweep took ${duties} duties, not ${DUE}`)
  })
  return took
}

/** What the sweep writes, as one statement with no decision in it: intents, messages, audit entries. */
async function bareInsert(running: Running): Promise<number> {
  await putBack(running)
  return timed(() =>
    running.database.transact({ as: 'owner' }, (trx) =>
      sql`with due as (select d.*, h.person_id from duty_prompt p join duty d on d.id = p.duty_id
          join post_holding h on h.post_id = d.owes_post and h.held_as = 'holder'
          where closed_at is null and next_prompt_at <= ${NOW}::timestamptz),
        m as (insert into message (id, person_id, road, state, story_at)
          select gen_random_uuid()::text, person_id, 'teams', 'intent', ${NOW}::timestamptz
          from (select distinct person_id from due) people returning id, person_id),
        a as (insert into audit_entry (story_at, channel, what, subject)
          select ${NOW}::timestamptz, 'system', 'message-due', id from m)
        insert into prompt (duty_id, step, due_day, post_id, held_as, stands_for, fired_at, message_id)
          select due.id, 'due', due_day, owes_post, 'holder', '{}', ${NOW}::timestamptz, m.id
          from due join m on m.person_id = due.person_id`.execute(trx),
    ),
  )
}

async function bareSelect({ database }: Running): Promise<void> {
  await database.transact({ as: 'worker' }, (trx) =>
    sql`select * from duty_prompt join duty on id = duty_id where closed_at is null and next_prompt_at <= ${NOW}::timestamptz
      order by next_prompt_at limit 5000`.execute(trx),
  )
}

async function putBack({ database }: Running): Promise<void> {
  await database.transact({ as: 'owner' }, async (trx) => {
    await sql`truncate prompt, message, audit_entry, audit_seal`.execute(trx)
    await sql`update duty_prompt set last_step = 'due-soon', last_step_at = ${momentAt(day('2018-06-13'), '09:00')}::timestamptz,
      next_prompt_at = ${momentAt(TODAY, '09:00')}::timestamptz from duty where duty.id = duty_id and due_day = ${TODAY}`.execute(
      trx,
    )
  })
}

async function furnished(database: Database): Promise<Running> {
  await migrate(database)
  const calendar = await loadCalendar(database)
  const running = { database, calendar, readCalendar: async () => {}, realNow: () => 0, leaseMs: 60_000 }
  await furnish(running, exampleshire)
  await moveStory(running, NOW)
  return running
}

/** A cell with that many open actions: one in a hundred due today, the others later; a hundred posts owe them. */
async function filled(database: Database, open: number): Promise<Running> {
  const running = await furnished(database)
  await database.transact({ as: 'owner' }, async (trx) => {
    await sql`insert into agency select 'a' || n, 'Agency ' || n from generate_series(1, 99) n`.execute(trx)
    await sql`insert into person select 'p' || n, 'Person ' || n || '-Test', 'teams', 'p@example.org', 't', 'p' || n
      from generate_series(1, 99) n`.execute(trx)
    await sql`insert into post select 'post' || n, 'lead-person', 'Lead ' || n, 'a' || n, null from generate_series(1, 99) n`.execute(
      trx,
    )
    await sql`insert into post_holding select 'post' || n, 'p' || n, '2018-01-01', null, 'holder' from generate_series(1, 99) n`.execute(
      trx,
    )
    const posts = sql`case when n % 100 = 0 then 'lead-edu' else 'post' || (n % 100) end`
    const due = sql`case when n % 100 = ${7}::int then ${TODAY}::date else ${TODAY}::date + 10 + (n % 60) end`
    await sql`insert into action (id, number, case_id, reference, owner_post, raiser_post, lead_post, qa_post,
        business_post, what, due_day, recorded_on, opening, chases, version, state, opened_at)
      select 'x' || n, 'X' || n, 'case-n-08', 'N-08', ${posts}, 'lead-csc', ${posts}, 'qa', 'bm',
        'Do what was agreed on panel day.', ${due}, '2018-06-06', 1, 0, 1, 'open', '2018-06-06T13:00:00Z'
      from generate_series(1, ${open}::int) n`.execute(trx)
    await sql`insert into action_words select id, 'We will see it.', null, null, null from action`.execute(
      trx,
    )
    await sql`insert into concern select id, unnest(array[owner_post, raiser_post, 'qa', 'bm']) from action`.execute(
      trx,
    )
    await sql`insert into duty (id, kind, subject_id, opening, owes_post, owed_post, lead_post, qa_post, business_post,
        reference, due_day, opened_at)
      select 'd' || id, 'do-action', id, 1, owner_post, raiser_post, lead_post, qa_post, business_post, 'N-08', due_day,
        opened_at from action`.execute(trx)
    await sql`insert into duty_prompt select id, 0, 0, 'told', opened_at, due_day + interval '8 hours'
      from duty`.execute(trx)
  })
  await database.transact({ as: 'owner' }, (trx) => sql`analyze`.execute(trx))
  return running
}

/** Turns of the two, one after the other; the ratio of each pair; medians, so that one slow moment counts little. */
async function compare(
  what: string,
  against: string,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<string> {
  const pairs: { a: number; b: number }[] = []
  await a()
  await b()
  for (let round = 0; round < ROUNDS; round += 1) pairs.push({ a: await a(), b: await b() })
  const ratios = pairs.map((pair) => pair.a / pair.b)
  return (
    `  ${what}: ${ms(median(pairs.map((pair) => pair.a)))}; ${against}: ${ms(median(pairs.map((pair) => pair.b)))}; ` +
    `ratio ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`
  )
}

function ms(n: number): string {
  return `${n.toFixed(1)} ms`
}

function median(values: readonly number[]): number {
  return values.toSorted((x, y) => x - y)[Math.floor(values.length / 2)] ?? 0
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
