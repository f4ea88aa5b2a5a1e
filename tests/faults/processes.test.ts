import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import type { TestServer } from '#tests/fixtures/a-server.ts'

import { inspect, inStore, SOUND } from './a-partnership.ts'
import type { Place } from './a-partnership.ts'
import { aWatchedPlace, nothingOnItsWay, recordOne, until } from './a-watched-place.ts'
import type { Recorded } from './acts.ts'
import { chances, SEEDS } from './chances.ts'
import type { StandIn } from './connector-stand-in.ts'

/** The fault matrix, the rows of two real processes on PostgreSQL: F11 and F12, with three seeds each. */
const WORKERS = 100
/** Duties of each worker. */
const EACH = 100
const KEY = 'key-Test'
/** What is due by each day: the reminder before, the one on the day, the one after it. */
const STEPS = [
  { to: '2018-06-25', step: 'due-soon' },
  { to: '2018-06-27', step: 'due' },
  { to: '2018-06-28', step: 'late' },
]

test('F11: two processes, ten thousand duties due at once, for each seed: each prompt once, both do their part, no limit broken', async () => {
  const { watched, servers } = await aPair(WORKERS, {})
  const { standIn, proxy, place } = watched
  const [first] = servers
  const quinn = await first.signIn('quinn')
  const recorded: Recorded[] = []
  for (let n = 0; n < WORKERS; n += 1) recorded.push(await recordOne(quinn, n, '2018-06-27'))
  await until(() => standIn.taken.length >= WORKERS)
  await quiet(standIn)
  await multiply(place)
  for (const [index, { to, step }] of STEPS.entries()) {
    const seed = SEEDS[index] ?? SEEDS[0]
    // A tenth of the answers is late, by chance: who does what is another matter each time.
    proxy.random(chances(seed ?? 1), [{ share: 0.1, fault: { kind: 'late', ms: 120 } }])
    const before = standIn.taken.length
    expect((await quinn.post('/local/clock', { to })).status).toBe(200)
    await until(
      () => standIn.taken.length >= before + WORKERS,
      () => messagesOf(place),
    )
    await quiet(standIn)
    const shares = Map.groupBy(standIn.taken.slice(before), ({ token }) => token)
    expect({ seed, step, working: shares.size }).toEqual({ seed, step, working: 2 })
    expect({ seed, step, prompts: await promptsOf(place, step) }).toEqual({
      seed,
      step,
      prompts: WORKERS * EACH,
    })
  }
  await nothingOnItsWay(quinn, recorded)
  expect(await watched.broken(quinn, recorded)).toEqual([])
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0])
  const numbers = standIn.taken.map(({ number }) => number)
  expect(new Set(numbers).size).toBe(numbers.length)
})

/** For which time the messages of a process that is gone are left alone, and the quiet time of what is in doubt. */
const SHORT = { LEASE_MS: '1200', QUIET_MS: '1500' }

test.each(SEEDS)(
  'F12, seed %i: a process that sleeps beyond its lease: its late result counts for nothing, no copy is unmarked',
  async (seed) => {
    const chance = chances(seed)
    const { watched, servers } = await aPair(60, SHORT)
    const { standIn, place } = watched
    const [first, second] = servers
    const quinn = await second.signIn('quinn')
    standIn.answerAfter(300)
    const recorded: Recorded[] = []
    for (let n = 0; n < 60; n += 1) recorded.push(await recordOne(quinn, n, '2018-06-29'))
    // Both have something on their way: the one that sleeps now hears of it too late.
    const sofar = chance() * 30
    await until(() => standIn.taken.length > sofar)
    await until(() => new Set(standIn.waiting.map(({ token }) => token)).size === 2)
    process.kill(first.pid, 'SIGSTOP')
    await wait(3500)
    process.kill(first.pid, 'SIGCONT')
    await nothingOnItsWay(quinn, recorded)
    await quiet(standIn, 2500)
    await nothingOnItsWay(quinn, recorded)
    const broken = await watched.broken(quinn, recorded, { slots: 1, lateOnTheWire: true })
    expect({ seed, broken }).toEqual({ seed, broken: [] })
    expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0])
    const found = await inspect(place, KEY)
    expect({ seed, ...found }).toMatchObject({ seed, ...SOUND })
    const unsettled = found.messages.filter(({ state }) => state !== 'sent' && state !== 'not-needed')
    expect({ seed, unsettled }).toEqual({ seed, unsettled: [] })
    const marked = standIn.taken.filter(({ isMarked }) => isMarked).length
    expect({ seed, isAnyMarked: marked > 0 }).toEqual({ seed, isAnyMarked: true })
    // Asked last is asked before the connection is made: only what waited for the network itself can come late.
    const late = standIn.taken.filter(({ number, isMarked }, at) => {
      const before = standIn.taken.slice(0, at)
      return !isMarked && before.some((other) => other.number === number && other.isMarked)
    }).length
    expect({ seed, fewAreLate: late < 6 }).toEqual({ seed, fewAreLate: true })
    process.stdout.write(
      `F12, seed ${seed}: ${marked} of the sleeper’s messages replaced, ${late} came after\n`,
    )
  },
)

/** Two processes on one cell, each with a directory of its own. */
async function aPair(workers: number, more: Readonly<Record<string, string>>) {
  const watched = await aWatchedPlace('postgresql', workers)
  onTestFinished(() => watched.close())
  const otherDir = await mkdtemp(join(tmpdir(), 'case-evaluations-'))
  onTestFinished(() => rm(otherDir, { recursive: true, force: true }))
  const env = { SWEEP_MS: '100', AUDIT_KEY: KEY, ...more }
  const servers: [TestServer, TestServer] = await Promise.all([
    watched.start(env),
    watched.start(env, { dataDir: otherDir }),
  ])
  return { watched, servers }
}

/** How many messages are in which state. */
async function messagesOf(place: Place): Promise<unknown> {
  return inStore(place, ({ database }) =>
    database.transact({ as: 'owner' }, async (trx) => {
      const { rows } = await sql`select state, count(*) as n, max(why) as why from message
        group by state`.execute(trx)
      return rows
    }),
  )
}

/** How many prompts of that step there are. */
async function promptsOf(place: Place, step: string): Promise<number> {
  return inStore(place, ({ database }) =>
    database.transact({ as: 'owner' }, async (trx) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from prompt
        where post_id like 'worker-x-%' and step = ${step}`.execute(trx)
      return rows[0]?.n ?? 0
    }),
  )
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

/** Until nothing has come for so long. */
async function quiet(standIn: StandIn, forMs = 1500): Promise<void> {
  for (let seen = -1; seen !== standIn.taken.length;) {
    seen = standIn.taken.length
    await wait(forMs)
  }
}
