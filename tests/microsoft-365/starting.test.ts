import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openPostgres } from '#store/database.ts'
import { migrate } from '#store/migrate.ts'
import { aServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { anAppCertificate } from './certificates.ts'

const id = (end: string) => `5d0e0000-0000-4000-8000-0000000000${end}`

/** Production on a real database: each wall that would not hold is said in one sentence, and nothing listens. */
describe('production does not start', () => {
  let cell: PostgresCell
  let folder: string
  let env: Record<string, string>
  beforeAll(async () => {
    cell = await aPostgresCell()
    const database = openPostgres(cell.urls)
    await migrate(database)
    await database.close()
    folder = await mkdtemp(join(tmpdir(), 'starting-'))
    const { key, cert } = anAppCertificate()
    await writeFile(join(folder, 'app.pem'), key + cert)
    env = {
      MODE: 'production',
      PUBLIC_URL: 'https://cases.example.org',
      DATABASE_URL: cell.urls.web,
      WORKER_DATABASE_URL: cell.urls.worker,
      AUDIT_KEY: 'a key that is long enough, of a -Test',
      TENANT_ID: id('01'),
      CLIENT_ID: id('c1'),
      CERTIFICATE_FILE: join(folder, 'app.pem'),
      SHAREPOINT_SITE: `council.sharepoint.com,${id('a1')},${id('a2')}`,
      ORGANISER: id('e1'),
    }
  })
  afterAll(async () => {
    await cell?.drop()
    await rm(folder, { recursive: true, force: true })
  })

  async function said(otherwise: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const server = await aServer({
      dataDir: folder,
      onlyEnv: true,
      env: { ...env, ...otherwise },
      untilReady: false,
    })
    const how = await Promise.race([
      server.ended,
      new Promise((late) => setTimeout(late, 30_000, 'still running')),
    ])
    await server.kill()
    expect(how).toBe(1)
    return server
      .output()
      .trim()
      .split('\n')
      .filter((line) => line !== 'Opening the database ...')
  }

  const asOwner = async (statement: string): Promise<void> => {
    const database = openPostgres(cell.urls)
    await database.transact({ as: 'owner' }, (trx) => sql.raw(statement).execute(trx))
    await database.close()
  }

  it('as the owner of the tables', async () => {
    expect(await said({ DATABASE_URL: cell.urls.owner })).toEqual([
      'The login of DATABASE_URL owns the tables or is above their rules: no wall would hold. Use evaluation_web.',
    ])
  })

  it('when the worker’s login is the one that reads names', async () => {
    expect(await said({ WORKER_DATABASE_URL: `${cell.urls.web}?application_name=other` })).toEqual([
      'The login of WORKER_DATABASE_URL is not evaluation_worker and would see nothing. Use evaluation_worker.',
    ])
  })

  it.each([
    ['DATABASE_URL', 'evaluation_web'],
    ['WORKER_DATABASE_URL', 'evaluation_worker'],
  ])('when the login of %s is %s and the other one, too', async (setting, wanted) => {
    const login = `both_${randomUUID().replaceAll('-', '')}`
    await asOwner(`create role ${login} login; grant evaluation_web, evaluation_worker to ${login}`)
    const url = new URL(cell.urls.web)
    url.username = login
    try {
      expect(await said({ [setting]: url.href })).toEqual([
        `The login of ${setting} can act as evaluation_web and as evaluation_worker: no wall stands between them. Use ${wanted}.`,
      ])
    } finally {
      await asOwner(`drop role ${login}`)
    }
  })

  it('on a database with the invented example in it', async () => {
    await asOwner(`insert into story_clock (one, story, real) values (1, now(), now())`)
    expect(await said({})).toEqual([
      'This database holds the invented example, or its clock was moved. Production starts on a database of its own.',
    ])
    await asOwner('delete from story_clock')
  })

  it('on a database that is not at its version yet', async () => {
    await asOwner(`delete from migration where name like '0021%'`)
    expect(await said({})).toEqual([
      'The database is not at this version yet. Run the migration first: node server/migrate.ts with OWNER_DATABASE_URL; in Azure its job.',
    ])
    await asOwner(`insert into migration (name) values ('0021-where-one-joins')`)
  })

  it('with a certificate that is none', async () => {
    await writeFile(join(folder, 'none.pem'), 'nothing')
    expect(await said({ CERTIFICATE_FILE: join(folder, 'none.pem') })).toEqual([
      'CERTIFICATE_FILE cannot be read as a private key with its certificate. It holds both, as PEM.',
    ])
  })

  it('but starts held on a copy of the data, says how it is released, and ends only when it was seen to', async () => {
    const server = await aServer({ dataDir: folder, onlyEnv: true, env })
    try {
      expect(server.output()).toContain(
        'This is a restored or held copy of the data: nothing is sent from it until the migration is run with SENDING=release.',
      )
      const ready = () => fetch(`${server.origin}/readyz`)
      expect(await (await ready()).text()).toBe('ready, sending is held')
      const began = Date.now()
      const ended = server.stop()
      await pause(500)
      expect((await ready()).status).toBe(503)
      expect((await fetch(`${server.origin}/api/sign-in`)).status).toBe(200)
      expect(await ended).toBe(0)
      expect(Date.now() - began).toBeGreaterThan(4000)
      expect(Date.now() - began).toBeLessThan(25_000)
    } finally {
      await server.kill()
    }
  })
})
