import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { openPace, TEAMS_CEILINGS, turnToAnswer } from './pace.ts'

describe('the pace', () => {
  it('never lets the other side count more than the ceiling, wherever on the way it counts', () => {
    const calls = fc.array(
      fc.record({
        gap: fc.nat(60),
        onTheWay: fc.nat(400),
        isAnswer: fc.boolean(),
        counted: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 20, maxLength: 120 },
    )
    fc.assert(
      fc.property(calls, fc.integer({ min: 1, max: 9 }), (wanted, ceiling) => {
        let now = 0
        const pace = openPace({ tenant: [{ calls: ceiling, ms: 1000 }], chat: [] }, () => now)
        const pending: { at: number; ended: () => void }[] = []
        const counted: number[] = []
        const passTo = (time: number): void => {
          for (const call of pending.toSorted((a, b) => a.at - b.at).filter(({ at }) => at <= time)) {
            now = Math.max(now, call.at)
            call.ended()
            pending.splice(pending.indexOf(call), 1)
          }
          now = time
        }
        for (const [n, { gap, onTheWay, isAnswer, counted: share }] of wanted.entries()) {
          passTo(now + gap)
          const call = { tenant: 't', chat: `c${n}`, isAnswer }
          let turn = pace.turn(call)
          while (!turn.go) {
            passTo(now + turn.waitMs)
            turn = pace.turn(call)
          }
          counted.push(now + share * onTheWay)
          pending.push({ at: now + onTheWay, ended: turn.ended })
        }
        const sorted = counted.toSorted((a, b) => a - b)
        const tooMany = sorted.filter(
          (at, index) => (sorted[index + ceiling] ?? Infinity) <= at + 1000 - 1e-6,
        )
        expect(tooMany).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the limits of each chat apart from those of the others', () => {
    const pace = openPace(TEAMS_CEILINGS, () => 0)
    const go = (chat: string) => pace.turn({ tenant: 't', chat }).go
    expect(Array.from({ length: 8 }, () => go('a'))).toEqual([
      ...Array.from({ length: 7 }, () => true),
      false,
    ])
    expect(go('b')).toBe(true)
  })

  it('keeps quiet towards a tenant that asked for it, and towards no other', () => {
    let now = 0
    const pace = openPace(TEAMS_CEILINGS, () => now)
    pace.silence('t', 30_000)
    expect(pace.turn({ tenant: 't', chat: 'a' })).toEqual({ go: false, waitMs: 30_000 })
    expect(pace.turn({ tenant: 'other', chat: 'b' }).go).toBe(true)
    now = 30_000
    expect(pace.turn({ tenant: 't', chat: 'a' }).go).toBe(true)
  })

  it('lets an answer to a person go before the messages that wait, and keeps room for the next', () => {
    let now = 0
    const pace = openPace(TEAMS_CEILINGS, () => now)
    const message = (n: number) => pace.turn({ tenant: 't', chat: `c${n}` })
    for (let n = 0; n < 50; n += 1) {
      const turn = message(n)
      if (turn.go) turn.ended()
    }
    const answer = { tenant: 't', chat: 'a', isAnswer: true }
    expect(pace.turn(answer)).toEqual({ go: false, waitMs: 1001 })
    now = 1001
    const sent = Array.from({ length: 50 }, (_, n) => message(100 + n).go).filter(Boolean)
    expect(sent).toHaveLength(45)
    expect(Array.from({ length: 6 }, (_, n) => pace.turn({ ...answer, chat: `a${n}` }).go)).toEqual([
      ...Array.from({ length: 5 }, () => true),
      false,
    ])
  })

  it('does not keep a person waiting for longer than Teams does', async () => {
    let now = 0
    const pace = openPace(TEAMS_CEILINGS, () => now)
    const pause = async (ms: number): Promise<void> => void (now += ms)
    const call = { tenant: 't', chat: 'a' }
    pace.silence('t', 3000)
    expect(await turnToAnswer(pace, call, pause)).toBeTypeOf('function')
    expect(now).toBe(3000)
    pace.silence('t', 30_000)
    expect(await turnToAnswer(pace, call, pause)).toBeUndefined()
    expect(now).toBe(3000)
  })

  it('counts what an earlier process sent', () => {
    const pace = openPace(TEAMS_CEILINGS, () => 10_000)
    const chat = { tenant: 't', chat: 'a' }
    for (const agoMs of [1900, 900, 800, 700, 600, 500, 400, 300]) pace.went(chat, agoMs)
    expect(pace.turn(chat)).toEqual({ go: false, waitMs: 101 })
    expect(pace.turn({ tenant: 't', chat: 'b' }).go).toBe(true)
  })

  it('is shared by the processes of a cell', () => {
    const pace = openPace(TEAMS_CEILINGS, () => 0)
    pace.share(2)
    const gone = Array.from({ length: 50 }, (_, n) => pace.turn({ tenant: 't', chat: `c${n}` }).go)
    expect(gone.filter(Boolean)).toHaveLength(25)
  })
})
