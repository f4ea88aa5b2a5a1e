import { setTimeout as pause } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { ANSWERS, ENGINES, answerAs, everybody, recordOne, served } from './served.ts'
import type { Served, Signed } from './served.ts'

/** An open screen: what it was told so far, each with the time at which it was. */
type Screen = {
  readonly status: number
  heard(): string
  until(test: (heard: string) => boolean, withinMs: number): Promise<boolean>
  close(): void
}

describe.each(ENGINES)('open screens, on %s', (engine) => {
  let house: Served
  let signed: Signed
  beforeAll(async () => {
    house = await served(engine)
    signed = await everybody(house.server)
  })
  afterAll(() => house.close())

  async function screenOf(token: string | undefined): Promise<Screen> {
    const leave = new AbortController()
    const answer = await fetch(`${house.server.origin}/api/live`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      signal: leave.signal,
    })
    let heard = ''
    const listening = (async () => {
      const decoder = new TextDecoder()
      for await (const piece of answer.body ?? []) heard += decoder.decode(piece, { stream: true })
    })()
    listening.catch(() => undefined)
    return {
      status: answer.status,
      heard: () => heard,
      async until(test, withinMs) {
        for (const deadline = Date.now() + withinMs; Date.now() < deadline; await pause(10))
          if (test(heard)) return true
        return test(heard)
      },
      close: () => leave.abort(),
    }
  }

  it.each([undefined, 'made-up'])('tell nothing without a good token: %s', async (token) => {
    const screen = await screenOf(token)
    expect(screen.status).toBe(401)
    await recordOne(signed)
    await pause(300)
    expect(screen.heard()).not.toContain('topics')
    screen.close()
  })

  it('hear within two seconds that somebody else changed something, which lists, and nothing more', async () => {
    const screens = [await screenOf(signed.sam.token), await screenOf(signed.gil.token)]
    for (const screen of screens)
      expect(await screen.until((heard) => heard.includes('\n\n'), 2000)).toBe(true)
    const { id, duty, number } = await recordOne(signed)
    for (const screen of screens) {
      expect(
        await screen.until((heard) => heard.includes('"actions"') && heard.includes('"duties"'), 2000),
      ).toBe(true)
    }
    const before = screens.map((screen) => screen.heard().length)
    await answerAs(signed.wes, id, { ...ANSWERS['report-done'], whatWasDone: 'Canary words' })
    for (const [index, screen] of screens.entries()) {
      const later = (heard: string): boolean => heard.slice(before[index]).includes('"duties"')
      expect(await screen.until(later, 2000)).toBe(true)
    }
    for (const screen of screens) {
      for (const block of screen.heard().split('\n\n').filter(Boolean))
        expect(block).toMatch(/^data: \{"topics":\["?[a-z", ]*\]\}$|^: still here$/)
      for (const secret of [id, duty, number, 'N-08', 'Canary']) expect(screen.heard()).not.toContain(secret)
      screen.close()
    }
  })

  it('hear that the clock was moved', async () => {
    const screen = await screenOf(signed.bea.token)
    await signed.quinn.post('/local/clock', { to: 'next-day' })
    expect(await screen.until((heard) => heard.includes('"clock"'), 5000)).toBe(true)
    screen.close()
  })

  it('that go away are forgotten: the others still hear', async () => {
    const leaving = await Promise.all([1, 2, 3, 4].map(() => screenOf(signed.ada.token)))
    const staying = await screenOf(signed.ada.token)
    for (const screen of leaving) screen.close()
    await recordOne(signed, { due: '2018-07-06' })
    expect(await staying.until((heard) => heard.includes('"actions"'), 2000)).toBe(true)
    staying.close()
  })
})
