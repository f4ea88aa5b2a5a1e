import { execFileSync, spawnSync } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { recordAction } from '#core/actions/record-action.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { loadCalendar } from '#server/opening/open-store.ts'
import { openCopies, readCopies } from '#store/copies.ts'
import { openPostgres } from '#store/database.ts'
import type { PostgresUrls } from '#store/database.ts'
import { fingerprintOf } from '#store/fingerprint.ts'
import { finishFurnishing, furnish } from '#store/furnish.ts'
import { migrate } from '#store/migrate.ts'
import { rightsOf } from '#store/rights.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { seal, verify } from '#store/seal.ts'
import { sweep } from '#store/sweep.ts'
import { aRecord, request } from '#tests/fixtures/store-acts.ts'

import { backUp } from '../../infra/drills/backup.ts'
import { lookAt, restore } from '../../infra/drills/restore.ts'
import type { Finding } from '../../infra/drills/restore.ts'
import { aCellInAzure } from './a-cell-in-azure.ts'
import type { CellInAzure } from './a-cell-in-azure.ts'

const PG_DUMP = 'pg_dump'
const KEY = 'the key of a test, thirty-two characters'
let cell: CellInAzure
let folder: string

beforeAll(async () => {
  cell = await aCellInAzure()
  folder = await mkdtemp(join(tmpdir(), 'drill-'))
  await liveOn(cell.urls)
})

afterAll(async () => {
  await cell.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a cell whose logins infra/sql made', () => {
  it('ties each login to an identity of its own', () => {
    const tied = cell.labels.map((label) => /role (\w+) is (:'\w+')/.exec(label)?.slice(1))
    expect(tied).toEqual([
      ['evaluation_web', ":'web_label'"],
      ['evaluation_worker', ":'worker_label'"],
      ['evaluation_owner', ":'owner_label'"],
    ])
  })

  it('runs behind its walls, and its owner is no superuser', async () => {
    const database = openPostgres(cell.urls)
    const rights = [
      await rightsOf(database, { as: 'web', person: null }),
      await rightsOf(database, { as: 'worker' }),
    ]
    await database.close()
    expect(rights).toEqual([
      { isAboveWalls: false, roles: ['evaluation_web'], within: ['evaluation_web'] },
      { isAboveWalls: false, roles: ['evaluation_worker'], within: ['evaluation_worker'] },
    ])
    const { rows } = await cell.asAdministrator((client) =>
      client.query(
        `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'evaluation_owner'`,
      ),
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
  })

  it('whose worker could act as both logins is seen to have no wall', async () => {
    const database = openPostgres(cell.urls)
    try {
      for (const how of ['inherit', 'noinherit']) {
        await cell.asAdministrator(async (client) => {
          await client.query(`alter role evaluation_worker ${how}`)
          await client.query('grant evaluation_web to evaluation_worker')
        })
        const backup = { fingerprint: await fingerprintOf(database), sha256: '' }
        expect(failing(await lookAt(database, backup, KEY))).toContain(
          'A wall is down: the login evaluation_worker can act as both.',
        )
      }
    } finally {
      await cell.asAdministrator(async (client) => {
        await client.query('revoke evaluation_web from evaluation_worker')
        await client.query('alter role evaluation_worker inherit')
      })
      await database.close()
    }
  })

  it('has an audit trail that anybody with its key can verify, and that says where it breaks', () => {
    expect(verified(KEY)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/holds: \d+ seals; 0 entries/),
    })
    expect(verified('another')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('breaks at seal 1'),
    })
  })

  it('takes later versions without the right to make roles', async () => {
    const database = openPostgres(cell.urls)
    expect(await migrate(database)).toEqual([])
    await database.close()
    const later = await readFile(new URL('../../store/migrate.ts', import.meta.url), 'utf8')
    const names = [...later.matchAll(/'\.\/migrations\/([^']+)'/g)].map(([, name = '']) => name)
    const makers = []
    for (const name of names) {
      const text = await readFile(new URL(`../../store/migrations/${name}`, import.meta.url), 'utf8')
      if (/create role/i.test(text)) makers.push(name)
    }
    expect(makers).toEqual(['0002-the-walls.ts'])
  })
})

/** pg_dump reads servers of its own version and older ones. */
const dumps = await dumpFits()

const absent = dumps ? [] : ['no pg_dump here fits the server: backup and restore were NOT tried']

it.each(absent)('%s', () => {
  expect(dumps).toBe(false)
})

describe.each(dumps ? ['dump, destroy, restore'] : [])('the drill: %s', () => {
  it('brings everything back, and the copy sends nothing', async () => {
    const file = join(folder, 'whole.dump')
    const original = await cell.another()
    await liveOn(original)
    const { fingerprint } = await backUp(original, file)
    expect(fingerprint.rows['child_identity']).toBeGreaterThan(0)
    expect(fingerprint.rows['message']).toBeGreaterThan(0)
    expect(fingerprint.lastSeal?.seq).toBeGreaterThan(0)
    await cell.destroy(original)
    const copy = await cell.another()
    expect(failing(await restore(copy, file, KEY))).toEqual([])
    const database = openPostgres(copy)
    expect(await (await readCopies(database)).maySend()).toBe(false)
    expect(await verify(database, KEY)).toMatchObject({ firstBad: null, unsealed: 0 })
    await database.close()
  })

  it('counts what the dump holds, not what is written meanwhile', async () => {
    const file = join(folder, 'meanwhile.dump')
    const before = await backUp(cell.urls, join(folder, 'before.dump'))
    const [backup] = await Promise.all([backUp(cell.urls, file), writeMore(cell.urls)])
    const copy = await cell.another()
    expect(failing(await restore(copy, file, KEY))).toEqual([])
    const after = await backUp(cell.urls, join(folder, 'after.dump'))
    const actions = [before, backup, after].map(({ fingerprint }) => fingerprint.rows['action'] ?? 0)
    expect(actions[2]).toBeGreaterThan(actions[0] ?? 0)
  })

  it('says of a dump that was changed that it is another', async () => {
    const file = join(folder, 'changed.dump')
    await backUp(cell.urls, file)
    await appendFile(file, 'x')
    expect(failing(await restore(await cell.another(), file, KEY))).toEqual([
      expect.stringContaining('hash differs'),
    ])
  })

  it('says of an audit trail that does not verify where it breaks, and of a table that lost rows which', async () => {
    const file = join(folder, 'lost.dump')
    await backUp(cell.urls, file)
    expect(failing(await restore(await cell.another(), file, 'another key'))).toEqual([
      expect.stringContaining('audit chain breaks at 1'),
    ])
    const backup = JSON.parse(await readFile(`${file}.json`, 'utf8')) as {
      fingerprint: { rows: Record<string, number> }
    }
    backup.fingerprint.rows['action'] = 1_000_000
    await writeFile(`${file}.json`, JSON.stringify(backup))
    expect(failing(await restore(await cell.another(), file, KEY))).toEqual(['The rows differ in action.'])
  })

  it('says of a copy that its original has released that it would send', async () => {
    const file = join(folder, 'again.dump')
    const copy = await cell.another()
    await backUp(cell.urls, file)
    await restore(copy, file, KEY)
    const database = openPostgres(copy)
    const running = await runningOn(database)
    await (await openCopies(database, '')).release(running)
    await seal(database, KEY)
    await database.close()
    // As a restore of the whole server, which keeps its numbers.
    const again = await backUp(copy, file)
    const looked = openPostgres(copy)
    const findings = await lookAt(looked, again, KEY)
    await looked.close()
    expect(failing(findings)).toEqual([expect.stringContaining('would send')])
  })
})

/** A migrated cell with people, an action, reminders that are written and an audit trail that is sealed. */
async function liveOn(urls: PostgresUrls): Promise<void> {
  const database = openPostgres(urls)
  await migrate(database)
  await cell.afterFirstMigration()
  await openCopies(database, '')
  const running = await runningOn(database)
  await furnish(running, exampleshire)
  await finishFurnishing(running)
  await record(running)
  await sweep(running)
  await seal(database, KEY)
  await database.close()
}

async function writeMore(urls: PostgresUrls): Promise<void> {
  const database = openPostgres(urls)
  const running = await runningOn(database)
  for (let n = 0; n < 20; n += 1) await record(running)
  await seal(database, KEY)
  await database.close()
}

async function record(running: Running): Promise<void> {
  const done = await run(running, request('quinn'), recordAction, aRecord())
  expect(done.ok).toBe(true)
}

async function runningOn(database: Running['database']): Promise<Running> {
  return {
    database,
    calendar: await loadCalendar(database),
    readCalendar: async () => {},
    realNow: () => Date.parse('2018-06-12T12:00:00Z'),
    leaseMs: 60_000,
  }
}

function verified(key: string) {
  return spawnSync(process.execPath, ['server/verify-audit.ts'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { WORKER_DATABASE_URL: cell.urls.worker, AUDIT_KEY: key },
    encoding: 'utf8',
    timeout: 30_000,
  })
}

function failing(findings: readonly Finding[]): readonly string[] {
  return findings.filter(({ holds }) => !holds).map(({ says }) => says)
}

async function dumpFits(): Promise<boolean> {
  try {
    const said = execFileSync(PG_DUMP, ['--version'], { encoding: 'utf8' })
    const ours = Number(/(\d+)/.exec(said)?.[1])
    const probe = await aCellInAzure()
    const { rows } = await probe.asAdministrator((client) =>
      client.query<{ version: number }>(
        `select current_setting('server_version_num')::int / 10000 as version`,
      ),
    )
    await probe.close()
    return ours >= (rows[0]?.version ?? Infinity)
  } catch {
    return false
  }
}
