import type { House } from './a-house.ts'
import { check, dutyOf } from './checker.ts'
import type { Deeds } from './checker.ts'
import { actionFor } from './many-workers.ts'

export type Recorded = { readonly action: string; readonly owner: string }

/** Has one action recorded for each worker from 0 on; throws when one is not acknowledged. */
export async function recordFor(house: House, workers: number, due: string): Promise<readonly Recorded[]> {
  const quinn = house.as('quinn')
  const recorded: Recorded[] = []
  for (let n = 0; n < workers; n += 1) {
    const answer = await quinn.post('/api/actions', actionFor(n, due))
    if (answer.status !== 201) throw new Error(`action ${n} was not recorded: ${answer.text}`)
    recorded.push({ action: (answer.body as { id: string }).id, owner: `worker-${n}` })
  }
  return recorded
}

/** Each invariant that does not hold, with the seed; none is what a test wants. */
export async function brokenIn(
  house: House,
  acknowledged: readonly Recorded[],
  more: Partial<Deeds> = {},
): Promise<{ readonly seed: number; readonly broken: readonly string[] }> {
  const { standIn, mailed, seed } = house
  const deeds = { acknowledged, changes: new Map<string, number>(), ...more }
  return { seed, broken: await check({ standIn, mailed, api: house.as('quinn') }, deeds) }
}

/** What the reminders about each action came to, as the partnership reads it: one line for each action. */
export async function reached(house: House, recorded: readonly Recorded[]): Promise<readonly string[]> {
  const quinn = house.as('quinn')
  const lines: string[] = []
  for (const { action } of recorded) {
    const { prompts } = (await quinn.get(`/api/actions/${action}`)).body as {
      prompts: readonly { what: string }[]
    }
    lines.push(prompts.map(({ what }) => what).join('; '))
  }
  return lines
}

/** What the worker says on the card: done. */
export const DONE = { deed: 'report-done', whatWasDone: 'Both visits were made.', evidence: 'In the record.' }

export async function doneBy(house: House, { action, owner }: Recorded): Promise<{ readonly duty: string }> {
  return { duty: await dutyOf(house.as(owner), action), ...DONE }
}

/** Sends a press to the bot's door, or to a proxy before it. */
export async function sendPress(
  origin: string,
  press: { readonly body: string; readonly authorization: string },
): Promise<{ readonly status: number; readonly text: string; readonly tookMs: number }> {
  const began = performance.now()
  const answer = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { authorization: press.authorization, 'content-type': 'application/json' },
    body: press.body,
    signal: AbortSignal.timeout(30_000),
  })
  return { status: answer.status, text: await answer.text(), tookMs: performance.now() - began }
}
