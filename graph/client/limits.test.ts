import { describe, expect, it, vi } from 'vitest'

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
    ['GET', '/users/panel/onlineMeetings', { kind: 'free', lane: 'onlineMeetings' }],
    ['POST', '/users/wes/teamwork/installedApps', { kind: 'free', lane: 'teamwork' }],
    ['GET', '/users', { kind: 'free', lane: 'users' }],
    ['POST', '/chats/c/tabs', { kind: 'free', lane: 'chats' }],
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

  it('silence for installing the app keeps nobody from searching the directory, or from a meeting', async () => {
    const clock = aClock()
    const limits = openLimits(clock.now, clock.pause)
    limits.silence(costOf('POST', '/users/wes/teamwork/installedApps').lane, 60_000)
    for (const path of ['/users', '/users/panel/onlineMeetings', '/users/panel/sendMail'])
      expect(await limits.turn(costOf('GET', path), 0)).toMatchObject({ go: true })
    expect(await limits.turn(costOf('GET', '/users/eve/teamwork/installedApps'), 0)).toMatchObject({
      go: false,
    })
  })

  it('silence is kept by those as well who waited for a place when it was asked for', async () => {
    const clock = aClock()
    const limits = openLimits(clock.now, clock.pause)
    const cost = costOf('POST', '/users/panel/sendMail')
    const four = await Promise.all(Array.from({ length: 4 }, () => limits.turn(cost, 1000)))
    const waiting = [20_000, 20_000, 60_000].map((patienceMs) => limits.turn(cost, patienceMs))
    limits.silence(cost.lane, 30_000)
    for (const turn of four) ended(turn)
    const [first, second, third] = await Promise.all(waiting)
    expect(first).toEqual({ go: false, retryAfterMs: 30_000 })
    expect(second).toEqual({ go: false, retryAfterMs: 30_000 })
    expect(third).toMatchObject({ go: true })
    expect(clock.now()).toBe(30_000)
  })

  it('silence is kept by those as well who waited for units when it was asked for', async () => {
    const clock = aClock()
    const paused: (() => void)[] = []
    const limits = openLimits(clock.now, () => new Promise<void>((resolve) => paused.push(resolve)))
    const cost = costOf('GET', '/drives/d/items/i')
    for (let calls = 0; calls < 1000; calls += 1) await limits.turn(cost, 0)
    const waiting = limits.turn(cost, 20_000)
    await expect.poll(() => paused.length).toBe(1)
    limits.silence('sharepoint', 30_000)
    paused.shift()?.()
    expect(await waiting).toEqual({ go: false, retryAfterMs: 30_000 })
  })

  it('nobody waits longer for a place than their patience, and a place that comes then is the next one’s', async () => {
    vi.useFakeTimers()
    try {
      const limits = openLimits(Date.now, (ms) => vi.advanceTimersByTimeAsync(ms))
      const cost = costOf('POST', '/users/panel/events')
      const four = await Promise.all(Array.from({ length: 4 }, () => limits.turn(cost, 0)))
      const hasty = limits.turn(cost, 500)
      const patient = limits.turn(cost, 5000)
      await vi.advanceTimersByTimeAsync(500)
      expect(await hasty).toMatchObject({ go: false })
      ended(four[0])
      expect(await patient).toMatchObject({ go: true })
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })
})

function ended(turn: Turn | undefined): void {
  if (turn?.go) turn.ended()
}
