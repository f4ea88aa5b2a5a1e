import { afterEach, describe, expect, test } from 'vitest'

import { fillActions } from '#tests/bench/actions.ts'

import type { House } from './a-house.ts'
import { aHouse, HOUR, MINUTE } from './a-house.ts'
import { brokenIn, reached, recordFor } from './acts.ts'
import { CASES, SEEDS } from './chances.ts'
import { HOME_TENANT, OTHER_TENANT, withWorkers } from './many-workers.ts'
import type { Fault, Rule } from './proxy.ts'

/**
 * The fault matrix (reference, 2.3), the rows of outgoing calls: each with three seeds on PostgreSQL and one on
 * PGlite. Rows that need processes of their own stand in processes.test.ts, presses in presses.test.ts, time in
 * time.test.ts.
 */

const DUE = '2018-06-29'
const UNCLEAR = new Set([502, 504])
const open: House[] = []
afterEach(async () => {
  for (const house of open.splice(0)) await house.close()
})

async function house(wanted: Omit<Parameters<typeof aHouse>[0], 'furniture'> & { workers: number }) {
  const { workers, ...rest } = wanted
  const made = await aHouse({ ...rest, furniture: withWorkers(workers) })
  open.push(made)
  return made
}

describe.each(CASES)('on $engine, seed $seed', ({ engine, seed }) => {
  test('F3: a tenant that asks for 30 seconds of silence gets them, the other is not kept waiting', async () => {
    const made = await aHouse({
      engine,
      seed,
      slowMs: 200,
      furniture: withWorkers(40, (n) => (n % 2 === 0 ? OTHER_TENANT : HOME_TENANT)),
    })
    open.push(made)
    const { clock, proxy, standIn } = made
    const recorded = await recordFor(made, 40, DUE)
    proxy.script({
      match: ({ path }) => isOther(path),
      nth: 1 + Math.floor(made.chance() * 3),
      fault: { kind: 'answer', status: 429, retryAfter: 30 },
    })
    const began = clock.now
    await made.settle()
    const asked = proxy.calls.find(({ fault }) => fault !== null)?.at ?? NaN
    await made.runFor(29_000)
    const tooSoon = proxy.calls.filter(({ at, path }) => isOther(path) && at > asked && at < asked + 30_000)
    expect({ seed, tooSoon: tooSoon.length }).toEqual({ seed, tooSoon: 0 })
    const others = standIn.taken.filter(({ conversation }) => !isOther(conversation))
    expect(others.filter(({ at }) => at - began < 2000)).toHaveLength(20)
    await made.runFor(2 * MINUTE)
    expect(standIn.taken).toHaveLength(40)
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test('F4: bursts of 429, 412, 500, 502, 503 and 504 are outlasted, none is lost', async () => {
    const made = await house({ engine, seed, workers: 18 })
    const { proxy, standIn, mailed, chance } = made
    const recorded = await recordFor(made, 18, DUE)
    const rules = recorded.map(({ owner }, n): Rule => {
      const status = [429, 412, 500, 502, 503, 504][n % 6] ?? 500
      const match = ({ path }: { path: string }) =>
        path.includes(`:${owner}/`) || path.includes(`%3A${owner}/`)
      // A second 502 would be a second doubt, after which the mail goes.
      const times = UNCLEAR.has(status) ? 1 : 1 + Math.floor(chance() * 4)
      return { match, times, fault: { kind: 'answer', status } }
    })
    proxy.script(...rules)
    await made.runFor(30 * MINUTE)
    const heard = new Set(standIn.taken.map(({ conversation }) => conversation))
    expect({ seed, heard: heard.size, mailed: mailed.length }).toEqual({ seed, heard: 18, mailed: 0 })
    // Where the answer does not say whether it arrived, the copy says that it may be one.
    expect(standIn.taken.filter(({ isMarked }) => isMarked)).toHaveLength(6)
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test('F4: what never gets through is tried with growing, jittered waits, parked, mailed and seen', async () => {
    const made = await house({ engine, seed, workers: 3 })
    const { proxy, mailed } = made
    const recorded = await recordFor(made, 3, DUE)
    proxy.script({
      match: ({ path }) => path.includes('worker-0'),
      times: 1000,
      fault: { kind: 'answer', status: 503 },
    })
    await made.runFor(40 * MINUTE)
    const tries = proxy.calls.filter(({ path }) => path.includes('worker-0')).map(({ at }) => at)
    const gaps = tries.slice(1).map((at, index) => at - (tries[index] ?? 0))
    expect({ seed, tries: tries.length }).toEqual({ seed, tries: 10 })
    expect(gaps[8]).toBeGreaterThan(4 * (gaps[2] ?? Infinity))
    expect(new Set(gaps.slice(3).map((gap) => gap % 10_000)).size).toBeGreaterThan(3)
    expect(mailed.map(({ to }) => to)).toEqual(['worker-0'])
    expect(await reached(made, recorded)).toEqual([
      'Told (not reachable in Teams)',
      'Told (sent in Teams)',
      'Told (sent in Teams)',
    ])
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test('F5: an answer that is lost: at most a second copy, marked, and one reminder in the record', async () => {
    const made = await house({ engine, seed, workers: 16, deadlineMs: 1500 })
    const { proxy, standIn, chance } = made
    const recorded = await recordFor(made, 16, DUE)
    const kinds = ['cut-after', 'cut-before', 'wrong-json', 'hang-in-body'] as const
    const first = Math.floor(chance() * 3)
    proxy.script(...kinds.map((kind, n): Rule => ({ nth: 1 + first + 3 * n, fault: { kind } })))
    await made.runFor(15 * MINUTE)
    const hit = proxy.calls.filter(({ fault }) => fault !== null).length
    const marked = standIn.taken.filter(({ isMarked }) => isMarked)
    expect({ seed, hit, marked: marked.length }).toEqual({ seed, hit: 4, marked: 4 })
    expect(standIn.taken).toHaveLength(16 + 3)
    expect(await reached(made, recorded)).toEqual(recorded.map(() => 'Told (sent in Teams)'))
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test('F6: a call that never gets an answer ends at its deadline, and holds up nobody', async () => {
    const made = await house({ engine, seed, workers: 20, deadlineMs: 1500 })
    const { proxy, standIn, origin } = made
    const recorded = await recordFor(made, 20, DUE)
    proxy.script({ nth: 1 + Math.floor(made.chance() * 8), fault: { kind: 'hang' } })
    const waits: number[] = []
    const watch = setInterval(() => {
      const began = performance.now()
      void fetch(`${origin}/livez`).then(() => waits.push(performance.now() - began))
    }, 20)
    let isSettled = false
    const settled = made.settle().then(() => (isSettled = true))
    await expect.poll(() => standIn.taken.length, { timeout: 10_000 }).toBe(19)
    expect({ seed, areOthersFirst: !isSettled }).toEqual({ seed, areOthersFirst: true })
    const meanwhile = waits.length
    await settled
    clearInterval(watch)
    expect({ seed, isAlive: waits.length > meanwhile }).toEqual({ seed, isAlive: true })
    const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? NaN
    process.stdout.write(`F6 on ${engine}, seed ${seed}: alive in ${p99.toFixed(0)} ms (p99) meanwhile\n`)
    await made.runFor(15 * MINUTE)
    expect(standIn.taken.filter(({ isMarked }) => isMarked)).toHaveLength(1)
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test('F19: among a thousand messages, one that cannot be put together holds up none, and is parked', async () => {
    // The first seed of each engine plays it at full length.
    const workers = seed === SEEDS[0] ? 1000 : 100
    let poisoned = NaN
    const made = await house({
      engine,
      seed,
      workers,
      road: (road) => ({
        post: (to, letter, isOurs) =>
          to === `worker-${poisoned}` ? Promise.reject(new Error('poison')) : road.post(to, letter, isOurs),
      }),
    })
    poisoned = Math.floor(made.chance() * workers)
    const { standIn, mailed, clock } = made
    const recorded = await fillActions(made.running, workers)
    const began = clock.now
    await made.settle()
    expect({ seed, sent: standIn.taken.length }).toEqual({ seed, sent: workers - 1 })
    // By the clock of the house: at fifty a second.
    expect(clock.now - began).toBeLessThan(25_000)
    await made.runFor(HOUR)
    expect({ seed, mailed: mailed.map(({ to }) => to) }).toEqual({ seed, mailed: [`worker-${poisoned}`] })
    expect((await reached(made, recorded.slice(poisoned, poisoned + 1)))[0]).toBe(
      'Told (sent in Teams, not sure that it arrived)',
    )
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test('F20: who cannot be reached in Teams hears by mail the same day, once, and the partnership sees it', async () => {
    const made = await house({ engine, seed, workers: 6 })
    const { proxy, mailed, running } = made
    const recorded = await recordFor(made, 6, DUE)
    proxy.script(
      no(0, 403, 'MessageWritesBlocked'),
      no(1, 403, 'ForbiddenOperationException'),
      no(2, 404, 'ConversationNotFound'),
    )
    await running.database.transact({ as: 'owner' }, (trx) =>
      trx
        .deleteFrom('chat_address')
        .where('person_id', '=', 'worker-3' as never)
        .execute(),
    )
    await made.runFor(2 * HOUR)
    const tries = [0, 1, 2, 3].map(
      (n) => proxy.calls.filter(({ path }) => path.includes(`worker-${n}`)).length,
    )
    expect({ seed, tries }).toEqual({ seed, tries: [1, 1, 1, 0] })
    expect(mailed.map(({ to }) => to).toSorted()).toEqual(['worker-0', 'worker-1', 'worker-2', 'worker-3'])
    const no4 = Array.from({ length: 4 }, () => 'Told (not reachable in Teams)')
    expect(await reached(made, recorded)).toEqual([...no4, 'Told (sent in Teams)', 'Told (sent in Teams)'])
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })

  test('everything at once, by chance: nothing is lost, nothing comes twice unmarked', async () => {
    const made = await house({ engine, seed, workers: 40, deadlineMs: 300 })
    const { proxy, standIn, mailed, chance } = made
    const recorded = await recordFor(made, 40, DUE)
    const faults: readonly Fault[] = [
      { kind: 'answer', status: 429, retryAfter: 5 },
      { kind: 'answer', status: 412 },
      { kind: 'answer', status: 503 },
      { kind: 'answer', status: 502 },
      { kind: 'cut-before' },
      { kind: 'cut-after' },
      { kind: 'hang' },
      { kind: 'wrong-json' },
    ]
    proxy.random(
      chance,
      faults.map((fault) => ({ share: 0.04, fault })),
    )
    await made.runFor(20 * MINUTE)
    proxy.heal()
    await made.runFor(40 * MINUTE)
    const heard = new Set([
      ...standIn.taken.map(({ conversation }) => decodeURIComponent(conversation)),
      ...mailed.map(({ to }) => `a:${to}`),
    ])
    expect({ seed, heard: heard.size }).toEqual({ seed, heard: 40 })
    expect(await brokenIn(made, recorded, { slots: 1 })).toEqual({ seed, broken: [] })
  })
})

/** Workers with an even number are in the other tenant. */
function isOther(path: string): boolean {
  return Number(/worker-(\d+)/.exec(decodeURIComponent(path))?.[1]) % 2 === 0
}

function no(n: number, status: number, code: string): Rule {
  return {
    match: ({ path }) => path.includes(`worker-${n}`),
    times: 1000,
    fault: { kind: 'answer', status, code },
  }
}
