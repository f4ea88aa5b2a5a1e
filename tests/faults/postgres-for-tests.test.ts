import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { startPostgres } from '#tests/fixtures/postgres/start-postgres.ts'

beforeEach(() => {
  vi.stubEnv('TEST_DATABASE_URL', '')
})

afterEach(() => {
  vi.unstubAllEnvs()
})

test('a PostgreSQL that is given is used and left alone', async () => {
  vi.stubEnv('TEST_DATABASE_URL', 'postgres://example.invalid/tests')
  const server = await startPostgres()
  await server.stop()
  expect([server.url, server.how]).toEqual(['postgres://example.invalid/tests', 'TEST_DATABASE_URL'])
})

/** The registry has one for this kind of machine only. */
const sources =
  process.platform === 'linux' && process.arch === 'x64' ? ['registry', 'anywhere'] : ['anywhere']

test.each(sources)('a PostgreSQL from %s is UTC and UTF-8 and leaves nothing', async (from) => {
  const server = await startPostgres(from === 'registry' ? { from } : {})
  const { place, ...settings } = await settingsOf(server.url)
  await server.stop()
  expect(settings).toEqual({ zone: 'UTC', encoding: 'UTF8', fsync: 'off' })
  expect(existsSync(place)).toBe(false)
  await expect(settingsOf(server.url)).rejects.toThrow('ECONNREFUSED')
})

test('who asks for a durable PostgreSQL gets one of its own, with fsync on', async () => {
  vi.stubEnv('TEST_DATABASE_URL', 'postgres://example.invalid/tests')
  const server = await startPostgres({ durable: true })
  const { fsync } = await settingsOf(server.url)
  await server.stop()
  expect(fsync).toBe('on')
})

test('PostgreSQL and its files go when the process that started it is killed without warning', async () => {
  const fixture = JSON.stringify(new URL('../fixtures/postgres/start-postgres.ts', import.meta.url).href)
  const program = `
    const { startPostgres } = await import(${fixture})
    process.stdout.write((await startPostgres()).url)
    setTimeout(() => undefined, 60_000)
  `
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(starter.stdout, 'data', { signal: AbortSignal.timeout(30_000) })
  const url = String(said)
  const { place } = await settingsOf(url)
  starter.kill('SIGKILL')
  const deadline = Date.now() + 10_000
  while (existsSync(place) && Date.now() < deadline) await pause(100)
  expect(existsSync(place)).toBe(false)
  await expect(settingsOf(url)).rejects.toThrow('ECONNREFUSED')
})

async function settingsOf(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  const { rows } = await client.query<{ directory: string; zone: string; encoding: string; fsync: string }>(
    `select current_setting('data_directory') as directory, current_setting('TimeZone') as zone,
            current_setting('server_encoding') as encoding, current_setting('fsync') as fsync`,
  )
  await client.end()
  const [{ directory, ...settings } = { directory: '' }] = rows
  return { place: dirname(directory), ...settings }
}
