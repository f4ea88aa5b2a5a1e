import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { aServer } from '#tests/fixtures/a-server.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { TEAMS_LIMITS } from './a-house.ts'
import { aPartnership, forgetPlace, inspect, inStore, SOUND } from './a-partnership.ts'
import type { Place } from './a-partnership.ts'
import { aStandIn } from './connector-stand-in.ts'
import type { StandIn } from './connector-stand-in.ts'
import { actionFor, withWorkers } from './many-workers.ts'

/** The fault matrix, the rows of two real processes on PostgreSQL: F11 and F12, each three times over. */
const WORKERS = 100
/** Duties of each worker. */
const EACH = 100
const KEY = 'key-Test'

test('F11: two processes, ten thousand duties due at once, three times: each prompt once, both do their part, no limit broken', async () => {
  const { place, standIn, servers } = await aPair(WORKERS, {})
  const [first] = servers
  const quinn = await first.signIn('quinn')
  for (let n = 0; n < WORKERS; n += 1) {
    const answer = await quinn.post('/api/actions', actionFor(n, '2018-06-27'))
    if (answer.status !== 201) throw new Error(answer.text)
  }
  await until(() => standIn.taken.length >= WORKERS)
  await multiply(place)
  for (const to of ['2018-06-23', '2018-06-27', '2018-06-28']) {
    const before = standIn.taken.length
    expect((await quinn.post('/local/clock', { to })).status).toBe(200)
    await until(() => standIn.taken.length >= before + WORKERS)
    await quiet(standIn)
    const shares = Map.groupBy(standIn.taken.slice(before), ({ token }) => token)
    expect({ to, working: shares.size }).toEqual({ to, working: 2 })
  }
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0])
  expect(standIn.tooFast).toEqual([])
  const prompts = await inStore(place, ({ database }) =>
    database.transact({ as: 'owner' }, async (trx) => {
      const { rows } = await sql<{ step: string; n: number }>`select step, count(*) as n from prompt
        where post_id like 'worker-x-%' and step <> 'told' group by step order by step`.execute(trx)
      return rows
    }),
  )
  expect(prompts).toEqual(['due', 'due-soon', 'late'].map((step) => ({ step, n: WORKERS * EACH })))
  const numbers = standIn.taken.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('F12: a process that sleeps beyond its lease, three times: its late result counts for nothing, no copy is unmarked', async () => {
  const { place, standIn, servers } = await aPair(40, { LEASE_MS: '1200', QUIET_MS: '1500' })
  const [first, second] = servers
  const quinn = await second.signIn('quinn')
  standIn.answerAfter(150)
  for (const turn of [0, 1, 2]) {
    const before = standIn.taken.length
    for (let n = 0; n < 40; n += 1) await quinn.post('/api/actions', actionFor(n, '2018-06-29'))
    await until(() => new Set(standIn.taken.slice(before).map(({ token }) => token)).size === 2)
    await wait(20 * turn)
    process.kill(first.pid, 'SIGSTOP')
    await wait(3500)
    process.kill(first.pid, 'SIGCONT')
    await wait(1000)
  }
  await quiet(standIn, 4000)
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0])
  const found = await inspect(place, KEY)
  expect(found).toMatchObject(SOUND)
  expect(found.messages.filter(({ state }) => state !== 'sent' && state !== 'not-needed')).toEqual([])
  const copies = Map.groupBy(standIn.taken, ({ number }) => number)
  const unmarked = [...copies].filter(([, each]) => each.filter(({ isMarked }) => !isMarked).length > 1)
  expect(unmarked.map(([number]) => number)).toEqual([])
  expect([...copies].filter(([, each]) => each.length > 2)).toEqual([])
})

/** Two processes on one cell, each with a directory of its own, and one stand-in that keeps Teams' limits. */
async function aPair(workers: number, more: Readonly<Record<string, string>>) {
  const place = await aPartnership(await aPostgresCell(), withWorkers(workers))
  onTestFinished(() => forgetPlace(place))
  const standIn = await aStandIn({ limits: TEAMS_LIMITS })
  onTestFinished(() => standIn.close())
  const otherDir = await mkdtemp(join(tmpdir(), 'case-evaluations-'))
  onTestFinished(() => rm(otherDir, { recursive: true, force: true }))
  const env = { MODE: 'local', CONNECTOR_URL: standIn.url, SWEEP_MS: '100', AUDIT_KEY: KEY, ...more }
  const servers: [TestServer, TestServer] = await Promise.all([
    aServer({ ...place, env }),
    aServer({ ...place, dataDir: otherDir, env }),
  ])
  onTestFinished(async () => {
    for (const server of servers) await server.kill()
  })
  return { place, standIn, servers }
}

/** Each worker owes a hundred times what they owe now: duties and their prompts, as they stand. */
async function multiply(place: Place): Promise<void> {
  await inStore(place, ({ database }) =>
    database.transact({ as: 'owner' }, async (trx) => {
      await sql`create temporary table more on commit drop as
        select d.*, d.id || '-' || n as new_id, n from duty d, generate_series(2, ${EACH}::int) n`.execute(
        trx,
      )
      await sql`update more set opening = n`.execute(trx)
      await sql`do $$ declare columns text; begin
        select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
          where table_name = 'duty' and table_schema = 'public' and column_name <> 'id';
        execute format('insert into duty (id, %s) select new_id, %s from more', columns, columns);
        select string_agg(quote_ident(column_name), ', ') into columns from information_schema.columns
          where table_name = 'duty_prompt' and table_schema = 'public' and column_name <> 'duty_id';
        execute format('insert into duty_prompt (duty_id, %s) select new_id, %s from more m
          join duty_prompt p on p.duty_id = m.id', columns,
          (select string_agg('p.' || quote_ident(column_name), ', ') from information_schema.columns
            where table_name = 'duty_prompt' and table_schema = 'public' and column_name <> 'duty_id'));
      end $$`.execute(trx)
    }),
  )
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 90_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it never came')
    await wait(20)
  }
}

/** Until nothing has come for so long. */
async function quiet(standIn: StandIn, forMs = 1500): Promise<void> {
  for (let seen = -1; seen !== standIn.taken.length;) {
    seen = standIn.taken.length
    await wait(forMs)
  }
}
