import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import { aServer, freePort } from '#tests/fixtures/a-server.ts'

import { inspect, SOUND } from './a-partnership.ts'
import { aWatchedPlace, nothingOnItsWay, recordOne, until } from './a-watched-place.ts'
import type { Recorded } from './acts.ts'
import { chances, SEEDS } from './chances.ts'

/** A start that cannot succeed says so within five seconds; a busy machine has three times as long. */
const LONGEST_MS = 15_000

/** The end of a start that cannot succeed: what it said, and how it ended. */
async function refusedStart(wanted: { dataDir: string; port?: number; env?: Record<string, string> }) {
  const server = await aServer({ ...wanted, env: { MODE: 'local', ...wanted.env }, untilReady: false })
  const how = await Promise.race([server.ended, pause(LONGEST_MS, 'still running' as const)])
  await server.kill()
  const said = server
    .output()
    .trim()
    .split('\n')
    .filter((line) => line !== 'Opening the database ...')
  return { how, said }
}

async function aDirectory(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'case-evaluations-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

test.each(SEEDS)(
  'F13, seed %i: a second process on the directory ends with a sentence, and the first goes on unharmed',
  async (seed) => {
    const chance = chances(seed)
    const watched = await aWatchedPlace('pglite', 20)
    onTestFinished(() => watched.close())
    const { dataDir } = watched.place
    const first = await watched.start()
    const quinn = await first.signIn('quinn')
    const recorded: Recorded[] = []
    const over = new AbortController()
    const writing = (async (): Promise<void> => {
      for (let n = 0; !over.signal.aborted; n = (n + 1) % 20)
        recorded.push(await recordOne(quinn, n, '2018-06-29'))
    })()
    await pause(chance() * 500)
    const { how, said } = await refusedStart({ dataDir })
    const before = recorded.length
    await until(() => recorded.length > before)
    over.abort()
    await writing
    expect({ seed, how, said }).toEqual({
      seed,
      how: 1,
      said: [
        `Another process is using the data directory ${dataDir}. Stop it first, or set DATA_DIR to another directory.`,
      ],
    })
    await nothingOnItsWay(quinn, recorded)
    expect({ seed, broken: await watched.broken(quinn, recorded, { slots: 1 }) }).toEqual({
      seed,
      broken: [],
    })
    expect(await first.stop()).toBe(0)
    expect({ seed, ...(await inspect(watched.place)) }).toMatchObject({ seed, ...SOUND })
  },
)

test('every problem with the settings is said at once, each in a sentence', async () => {
  const env = {
    PORT: 'abc',
    LEASE_MS: '-1',
    STORY: 'perhaps',
    CONNECTOR_URL: 'nowhere',
    DATABASE_URL: 'mysql://x',
  }
  expect(await refusedStart({ dataDir: await aDirectory(), env })).toEqual({
    how: 1,
    said: [
      'PORT is "abc"; it has to be a whole number from 0 to 65535.',
      'DATABASE_URL is no PostgreSQL address; it begins with postgresql://.',
      'WORKER_DATABASE_URL is missing; with PostgreSQL the three logins each have their address.',
      'OWNER_DATABASE_URL is missing; with PostgreSQL the three logins each have their address.',
      'CONNECTOR_URL is "nowhere"; it has to be an address such as https://example.org.',
      'STORY is "perhaps"; it can be "neglect", "thread" or "no".',
      'LEASE_MS is "-1"; it has to be a whole number from 0 to 3600000.',
    ],
  })
})

test('production does not start with a setting of one machine, nor without its database and key', async () => {
  const env = { MODE: 'production', BOT_ANONYMOUS: 'yes' }
  const { how, said } = await refusedStart({ dataDir: await aDirectory(), env })
  expect(how).toBe(1)
  expect(said).toEqual(
    expect.arrayContaining([
      'BOT_ANONYMOUS is for one machine only; production does not start with it. Remove it.',
      'DATABASE_URL is missing; it runs on PostgreSQL, login evaluation_web.',
      'AUDIT_KEY is missing; the audit trail is sealed with it.',
    ]),
  )
})

test('a port that is in use is named', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await refusedStart({ dataDir: await aDirectory(), port })).toEqual({
    how: 1,
    said: [`Port ${port} is in use. Stop what is using it, or set PORT to another number.`],
  })
})

test('a data directory that is a file is named', async () => {
  const dataDir = join(await aDirectory(), 'file')
  await writeFile(dataDir, '')
  expect(await refusedStart({ dataDir })).toEqual({ how: 1, said: [cannotWrite(dataDir)] })
})

test.runIf(process.platform === 'linux')('a data directory that cannot be written to is named', async () => {
  expect(await refusedStart({ dataDir: '/proc/self' })).toEqual({ how: 1, said: [cannotWrite('/proc/self')] })
})

const cannotWrite = (dir: string): string =>
  `The data directory ${dir} cannot be made or written to. Set DATA_DIR to another one.`

test('a database that is not there is said in a sentence, without its password', async () => {
  const url = `postgresql://evaluation:secret-Test@127.0.0.1:${await freePort()}/cell`
  const env = { DATABASE_URL: url, WORKER_DATABASE_URL: url, OWNER_DATABASE_URL: url }
  expect(await refusedStart({ dataDir: await aDirectory(), env })).toEqual({
    how: 1,
    said: [
      'The database does not let us in at OWNER_DATABASE_URL (ECONNREFUSED). Start it, or correct the address.',
    ],
  })
})

test('a database that takes the connection and never answers is the same', async () => {
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const callers: Socket[] = []
  silent.on('connection', (caller) => callers.push(caller))
  onTestFinished(() => {
    silent.close()
    for (const caller of callers) caller.destroy()
  })
  const address = silent.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const url = `postgresql://evaluation@127.0.0.1:${port}/cell`
  const env = { DATABASE_URL: url, WORKER_DATABASE_URL: url, OWNER_DATABASE_URL: url }
  expect(await refusedStart({ dataDir: await aDirectory(), env })).toEqual({
    how: 1,
    said: [
      'The database does not let us in at OWNER_DATABASE_URL (no answer). Start it, or correct the address.',
    ],
  })
})
