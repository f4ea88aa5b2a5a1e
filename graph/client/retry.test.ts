import { describe, expect, it } from 'vitest'

import type { GraphFault, GraphReason } from './fault.ts'
import { MOST_TRIES, nextTry } from './retry.ts'

const first = { tries: 1, leftMs: 20_000, hadFreshToken: false }
const fault = (reason: GraphReason, more: Partial<GraphFault> = {}): GraphFault => ({ reason, ...more })

describe('a call goes out again', () => {
  it('exactly when Graph asked for it', () => {
    expect(nextTry(fault('throttled', { retryAfterMs: 7000 }), first)).toEqual({
      again: true,
      afterMs: 7000,
      withFreshToken: false,
    })
  })

  it('later each time, where Graph did not say when', () => {
    const waits = [1, 2].map((tries) => nextTry(fault('throttled'), { ...first, tries }))
    expect(waits).toMatchObject([{ afterMs: 2000 }, { afterMs: 4000 }])
  })

  it('not at once for "Retry-After: 0"', () => {
    expect(nextTry(fault('throttled', { retryAfterMs: 0 }), first)).toMatchObject({ afterMs: 250 })
  })

  it('with a fresh token after a 401, and once only', () => {
    const old = fault('signed-out', { status: 401 })
    expect(nextTry(old, first)).toEqual({ again: true, afterMs: 0, withFreshToken: true })
    expect(nextTry(old, { ...first, hadFreshToken: true })).toEqual({ again: false })
  })

  it('no longer than somebody waits, and no more often than the most', () => {
    expect(nextTry(fault('throttled', { retryAfterMs: 20_001 }), first)).toEqual({ again: false })
    expect(nextTry(fault('not-reachable'), { ...first, tries: MOST_TRIES })).toEqual({ again: false })
  })
})

it.each([
  'in-doubt',
  'exists',
  'changed',
  'locked',
  'no-room',
  'not-there',
  'not-allowed',
  'consent-missing',
  'refused',
] as const)('what is %s is not simply said again', (reason) => {
  expect(nextTry(fault(reason), first)).toEqual({ again: false })
})

it('a person who has to sign in is not asked through a second call', () => {
  expect(nextTry(fault('signed-out', { claims: '{}' }), first)).toEqual({ again: false })
})
