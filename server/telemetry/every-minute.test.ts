import { setTimeout as pause } from 'node:timers/promises'

import { expect, it } from 'vitest'

import type { Running } from '#store/running.ts'

import type { LogLine } from '../log.ts'
import { everyMinute } from './every-minute.ts'
import { openMeters } from './meters.ts'

/** A process whose database is away. */
function watched() {
  const lines: (readonly [string, LogLine | undefined])[] = []
  const away = Object.assign(new Error('connect ECONNREFUSED Wren Ashby-Test'), { code: 'ECONNREFUSED' })
  const running = {
    database: { engine: 'postgresql', transact: () => Promise.reject(away), waiting: () => 2 },
    realNow: () => 0,
  } as unknown as Running
  const meters = openMeters()
  const minutes = everyMinute({
    running,
    meters,
    log: (what, line) => lines.push([what, line]),
    isReady: () => true,
    isHeld: () => false,
    everyMs: 20,
  })
  return { lines, meters, minutes }
}

it('a line comes every minute and at the end, with what was counted since the last', async () => {
  const { lines, meters, minutes } = watched()
  meters.due(5)
  await pause(70)
  await minutes.stop()
  const metrics = lines.filter(([what]) => what === 'metrics').map(([, line]) => line)
  expect(metrics.length).toBeGreaterThan(2)
  expect(metrics.map((line) => line?.['due']).slice(0, 2)).toEqual([5, 0])
  const before = lines.length
  await pause(50)
  expect(lines).toHaveLength(before)
})

it('without its database it still says that it is there, and that the numbers of the cell are missing', async () => {
  const { lines, minutes } = watched()
  await minutes.stop()
  expect(lines).toEqual([
    ['metrics-incomplete', { fault: 'Error', code: 'ECONNREFUSED', where: expect.any(String) }],
    ['metrics', expect.objectContaining({ ready: 1, held: 0, reachable: 0, poolWaiting: 2 })],
  ])
  expect(lines[1]?.[1]).not.toHaveProperty('queue')
  expect(Object.values(lines[1]?.[1] ?? {}).filter((value) => typeof value !== 'number')).toEqual([])
  expect(JSON.stringify(lines)).not.toContain('Ashby')
})
