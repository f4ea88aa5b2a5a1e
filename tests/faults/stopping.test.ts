import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { request } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { aServer, forget } from '#tests/fixtures/a-server.ts'
import type { Api } from '#tests/fixtures/a-server.ts'
import { unzip } from '#tests/papers/unzip.ts'

import { inspect } from './a-partnership.ts'
import { aWatchedPlace, nothingOnItsWay, recordOne, until } from './a-watched-place.ts'
import { CASES, chances } from './chances.ts'
import { actionFor } from './many-workers.ts'

/** The fault matrix, F18: SIGTERM while something is under way. */
const WORKERS = 100
const DUE = '2018-06-27'

describe.concurrent.each(CASES)('F18: SIGTERM on $engine, seed $seed', ({ engine, seed }) => {
  test('in a sweep: what is on its way arrives, the rest goes out after the next start, each once', async ({
    onTestFinished,
  }) => {
    const chance = chances(seed)
    const watched = await aWatchedPlace(engine, WORKERS)
    onTestFinished(() => watched.close())
    const { standIn } = watched
    const first = await watched.start()
    const quinn = await first.signIn('quinn')
    standIn.answerAfter(3000)
    const recorded = []
    for (let n = 0; n < WORKERS; n += 1) recorded.push(await recordOne(quinn, n, DUE))
    await until(() => standIn.calls > 10)
    await pause(chance() * 500)
    expect(await stoppedInTime(first)).toBe(0)
    const { messages, brokenSeal } = await inspect(watched.place)
    expect(brokenSeal).toBeNull()
    const left = messages.filter(({ state }) => state !== 'sent')
    expect({ seed, left: left.filter(({ state }) => state !== 'intent') }).toEqual({ seed, left: [] })
    process.stdout.write(`F18 on ${engine}, seed ${seed}: ${left.length} messages left for the next start\n`)

    standIn.answerAfter(0)
    const again = await watched.start({}, { port: first.port })
    await until(() => standIn.taken.length >= WORKERS)
    const then = await again.signIn('quinn')
    await nothingOnItsWay(then, recorded)
    expect({ seed, broken: await watched.broken(then, recorded, { slots: 1 }) }).toEqual({ seed, broken: [] })
    expect(standIn.taken.filter(({ isMarked }) => isMarked)).toEqual([])
    expect(await again.stop()).toBe(0)
  })
})

describe.concurrent('F18: SIGTERM', () => {
  test('in an upload: what is sent to its end is kept, what is not leaves nothing, and nobody keeps it up', async ({
    onTestFinished,
  }) => {
    const watched = await aWatchedPlace('pglite', 2)
    onTestFinished(() => watched.close())
    const first = await watched.start()
    const quinn = await first.signIn('quinn')
    const ends = upload(first.port, quinn, 0)
    const stays = upload(first.port, quinn, 1)
    stays.on('error', () => {})
    await pause(200)
    const stopped = stoppedInTime(first)
    await pause(200)
    ends.end(rest(0))
    const [answer] = (await once(ends, 'response')) as [IncomingMessage]
    expect(answer.statusCode).toBe(201)
    answer.resume()
    expect(await stopped).toBe(0)

    const again = await watched.start({}, { port: first.port })
    const { items } = (await (await again.signIn('quinn')).get('/api/actions?cut=all')).body as {
      items: readonly { reference: string }[]
    }
    expect(items.map(({ reference }) => reference)).toEqual(['X-0'])
    expect(await again.stop()).toBe(0)
  })

  test('in a report: what was answered is there whole, and no half document stands in the folder', async ({
    onTestFinished,
  }) => {
    const server = await aServer({ env: { STORY: 'neglect' } })
    onTestFinished(async () => {
      await server.kill()
      await forget(server)
    })
    const bea = await server.signIn('bea')
    const { items } = (await bea.get('/api/rounds')).body as {
      items: readonly { id: string; code: string }[]
    }
    const round = items.find(({ code }) => code === 'N-2018-2')?.id ?? ''
    const asked = ['tracker', 'actions', 'tracker', 'actions'].map((what) =>
      bea.post(`/api/rounds/${round}/${what}/paper`).catch(() => undefined),
    )
    await Promise.race(asked)
    expect(await stoppedInTime(server)).toBe(0)
    const answers = (await Promise.all(asked)).flatMap((answer) => (answer ? [answer.status] : []))
    expect(new Set(answers)).toEqual(new Set([200]))
    const folder = join(server.dataDir, 'documents', 'N-2018-2')
    const names = (await readdir(folder)).filter((name) => /tracker|actions/.test(name))
    expect(names.length).toBeGreaterThanOrEqual(answers.length)
    for (const name of names)
      expect([...unzip(await readFile(join(folder, name))).keys()]).toContain('[Content_Types].xml')
  })

  test('while a screen is open: its updates end, and the process with them', async ({ onTestFinished }) => {
    const watched = await aWatchedPlace('pglite', 1)
    onTestFinished(() => watched.close())
    const server = await watched.start()
    const { token } = await server.signIn('quinn')
    const live = await fetch(`${server.origin}/api/live`, { headers: { authorization: `Bearer ${token}` } })
    const ends = live.text().catch(() => 'cut off')
    expect(await stoppedInTime(server)).toBe(0)
    expect(await ends).toContain('topics')
  })
})

/** How it ended, if it did so within the half minute that it has. */
async function stoppedInTime(server: { stop(): Promise<number | NodeJS.Signals> }) {
  return Promise.race([server.stop(), pause(30_000, 'still running after 30 seconds' as const)])
}

const bodyOf = (n: number): string => JSON.stringify(actionFor(n, DUE))
const rest = (n: number): string => bodyOf(n).slice(30)

/** The first part of a request; the rest is still to come. */
function upload(port: number, { token }: Api, n: number): ClientRequest {
  const body = bodyOf(n)
  const sent = request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/actions',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': `upload-${n}`,
    },
  })
  sent.write(body.slice(0, 30))
  return sent
}
