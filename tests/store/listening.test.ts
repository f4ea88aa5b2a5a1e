import { describe, expect, it } from 'vitest'

import { keepListening } from '#store/listening.ts'
import type { OpenLine } from '#store/listening.ts'

/** Lines that the test lets through, breaks and speaks on. */
function exchange() {
  const lines: { say: (payload: string) => void; breakDown: () => void; ended: boolean }[] = []
  const waits: number[] = []
  const heard: string[] = []
  let isAway = false
  const open: OpenLine = async (says, broke) => {
    if (isAway) throw new Error('nobody answers')
    const line = { say: says, breakDown: broke, ended: false }
    lines.push(line)
    return {
      end: async () => {
        line.ended = true
        broke()
      },
    }
  }
  return {
    lines,
    waits,
    heard,
    away: (is: boolean) => void (isAway = is),
    listen: () =>
      keepListening(
        open,
        { heard: (payload) => heard.push(payload), missed: () => heard.push('(missed)') },
        async (ms) => {
          waits.push(ms)
          await turn()
        },
      ),
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
/** Long enough for everything that can happen by then. */
const turns = async (): Promise<void> => {
  for (let n = 0; n < 10; n += 1) await turn()
}

describe('a channel that is listened to', () => {
  it('is heard again after its connection broke, and what was said meanwhile is asked for', async () => {
    const { lines, heard, listen } = exchange()
    await listen()
    lines[0]?.say('one')
    lines[0]?.breakDown()
    await turns()
    lines[1]?.say('two')
    expect(heard).toEqual(['one', '(missed)', 'two'])
    expect(lines).toHaveLength(2)
  })

  it('is tried again with growing waits for as long as nobody answers, and missed once', async () => {
    const { lines, waits, heard, away, listen } = exchange()
    await listen()
    away(true)
    lines[0]?.breakDown()
    while (waits.length < 12) await turn()
    away(false)
    await turns()
    expect(waits[5]).toBeGreaterThan(3 * (waits[1] ?? Infinity))
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000)
    expect(heard).toEqual(['(missed)'])
  })

  it('breaks once for each line: a second word of the same break opens no second line', async () => {
    const { lines, listen } = exchange()
    await listen()
    lines[0]?.breakDown()
    lines[0]?.breakDown()
    await turns()
    expect(lines).toHaveLength(2)
  })

  it('is heard no more once it is stopped', async () => {
    const { lines, heard, listen } = exchange()
    const stop = await listen()
    await stop()
    await turns()
    expect([lines.length, lines[0]?.ended, heard]).toEqual([1, true, []])
  })

  it('says so when it cannot be heard at the start', async () => {
    const { away, listen } = exchange()
    away(true)
    await expect(listen()).rejects.toThrow('nobody answers')
  })
})
