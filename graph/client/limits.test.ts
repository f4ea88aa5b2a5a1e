import { describe, expect, it } from 'vitest'

import { costOf, openLimits } from './limits.ts'
import type { Turn } from './limits.ts'

function aClock() {
  let now = 0
  return {
    now: () => now,
    pause: (ms: number) => {
      now += ms
      return Promise.resolve()
    },
  }
}

describe('what a call costs', () => {
  it.each([
    ['GET', '/drives/d/items/i', { kind: 'units', units: 1 }],
    ['GET', '/drives/d/items/root/children', { kind: 'units', units: 2 }],
    ['PUT', '/drives/d/root:/a.docx:/content', { kind: 'units', units: 2 }],
    ['POST', '/sites/s/lists', { kind: 'units', units: 2 }],
    ['GET', '/sites/s/permissions', { kind: 'units', units: 5 }],
    ['POST', '/users/panel%40example.test/events', { kind: 'mailbox', lane: 'mailbox panel%40example.test' }],
    ['POST', '/users/panel/sendMail', { kind: 'mailbox' }],
    ['GET', '/users/panel/onlineMeetings', { kind: 'free' }],
    ['POST', '/chats/c/tabs', { kind: 'free' }],
  ])('%s %s', (method, path, cost) => {
    expect(costOf(method, path)).toMatchObject(cost)
  })
})

describe('limits', () => {
  it('a mailbox has four calls on their way, and the fifth goes when one is back', async () => {
    const limits = openLimits(
      () => 0,
      () => Promise.resolve(),
    )
    const cost = costOf('POST', '/users/panel/events')
    const four = await Promise.all(Array.from({ length: 4 }, () => limits.turn(cost, 1000)))
    let fifth: Turn | undefined
    const waiting = limits.turn(cost, 1000).then((turn) => (fifth = turn))
    await Promise.resolve()
    expect(fifth).toBeUndefined()
    const other = await limits.turn(costOf('POST', '/users/another/events'), 1000)
    expect(other.go).toBe(true)
    ended(four[0])
    ended(four[0])
    await waiting
    expect(fifth).toMatchObject({ go: true })
  })

  it('SharePoint gets its units a minute, and no more', async () => {
    const clock = aClock()
    const limits = openLimits(clock.now, clock.pause)
    const cost = costOf('GET', '/drives/d/items/i')
    for (let calls = 0; calls < 1000; calls += 1) await limits.turn(cost, 20_000)
    expect(clock.now()).toBe(0)
    for (let calls = 0; calls < 100; calls += 1) await limits.turn(cost, 20_000)
    expect(clock.now()).toBeGreaterThanOrEqual(6000)
    expect(clock.now()).toBeLessThan(6200)
  })

  it('processes of one cell share them', async () => {
    let processes = 2
    const limits = openLimits(
      () => 0,
      () => Promise.resolve(),
      () => processes,
    )
    const unit = costOf('GET', '/drives/d/items/i')
    for (let calls = 0; calls < 500; calls += 1) await limits.turn(unit, 0)
    expect(await limits.turn(unit, 0)).toEqual({ go: false, retryAfterMs: 120 })
    const cost = costOf('POST', '/users/panel/events')
    const two = [await limits.turn(cost, 0), await limits.turn(cost, 0)]
    let third: Turn | undefined
    const waiting = limits.turn(cost, 0).then((turn) => (third = turn))
    await Promise.resolve()
    expect(third).toBeUndefined()
    processes = 1
    ended(two[0])
    await waiting
    expect(third).toMatchObject({ go: true })
  })

  it('who would wait too long is told so, and takes nothing', async () => {
    const limits = openLimits(
      () => 0,
      () => Promise.resolve(),
    )
    const cost = costOf('GET', '/drives/d/items/i')
    for (let calls = 0; calls < 1000; calls += 1) await limits.turn(cost, 0)
    expect(await limits.turn(cost, 59)).toEqual({ go: false, retryAfterMs: 60 })
    expect(await limits.turn(cost, 60)).toMatchObject({ go: true })
  })

  it('asked for silence, a lane is silent for all, and others are not', async () => {
    const clock = aClock()
    const limits = openLimits(clock.now, clock.pause)
    limits.silence('sharepoint', 30_000)
    expect(await limits.turn(costOf('GET', '/sites/s/drives'), 20_000)).toEqual({
      go: false,
      retryAfterMs: 30_000,
    })
    expect(await limits.turn(costOf('GET', '/chats/c/tabs'), 0)).toMatchObject({ go: true })
    await limits.turn(costOf('GET', '/sites/s/drives'), 40_000)
    expect(clock.now()).toBe(30_000)
  })
})

function ended(turn: Turn | undefined): void {
  if (turn?.go) turn.ended()
}
