/**
 * `npm run bench prompts`: thousands of prompts through the whole road (store, delivery, transport, HTTP) to a
 * stand-in that keeps every limit of Teams, in simulated time: whether a limit was ever broken, a prompt lost or sent
 * twice unmarked, and which share of Teams' own ceiling was reached. Once more with answers lost after the effect.
 */
import { aHouse, HOUR, MINUTE } from '../faults/a-house.ts'
import type { House } from '../faults/a-house.ts'
import { TEAMS_LIMITS } from '../faults/connector-stand-in.ts'
import { withWorkers } from '../faults/many-workers.ts'
import { fillActions } from './actions.ts'

const PROMPTS = Number(process.env['PROMPTS'] ?? 3000)
const CEILING = TEAMS_LIMITS.tenant[0]?.calls ?? NaN
/** How long Teams takes to answer, in simulated milliseconds. */
const ANSWER_MS = 100

export async function benchPrompts(): Promise<boolean> {
  const clean = await once('all answers arrive', 0)
  const lossy = await once('5 % of the answers lost after the effect', 0.05)
  return clean && lossy
}

async function once(what: string, lost: number): Promise<boolean> {
  const house = await aHouse({
    engine: 'postgresql',
    furniture: withWorkers(PROMPTS),
    seed: 17,
    slowMs: ANSWER_MS,
  })
  try {
    await fillActions(house.running, PROMPTS)
    house.proxy.random(house.chance, [{ share: lost, fault: { kind: 'cut-after' } }])
    const began = performance.now()
    const from = house.clock.now
    await house.settle()
    const first = house.standIn.taken.length
    const seconds = (last(house) - from) / 1000
    house.proxy.heal()
    await house.runFor(HOUR, 5 * MINUTE)
    return report(house, { what, first, seconds, tookMs: performance.now() - began })
  } finally {
    await house.close()
  }
}

type Run = {
  readonly what: string
  readonly first: number
  /** Simulated. */
  readonly seconds: number
  readonly tookMs: number
}

function report({ standIn }: House, { what, first, seconds, tookMs }: Run): boolean {
  const copies = [...Map.groupBy(standIn.taken, ({ number }) => number).values()]
  const lost = PROMPTS - copies.length
  const twice = copies.filter((each) => each.length > 1)
  const unmarked = twice.filter((each) => each.length > 2 || each[0]?.isMarked || !each[1]?.isMarked)
  const perSecond = first / seconds
  const fine = lost === 0 && unmarked.length === 0 && standIn.tooFast.length === 0
  process.stdout.write(
    `${fine ? 'held' : 'BROKEN'}: ${PROMPTS.toLocaleString('en-GB')} prompts, ${what}: ` +
      `${standIn.tooFast.length} limits broken, ${lost} lost, ${twice.length} marked replacements, ${unmarked.length} ` +
      `sent twice unmarked; ${perSecond.toFixed(1)} a second of ${CEILING} ` +
      `(share of the ceiling ${((100 * perSecond) / CEILING).toFixed(0)} %), ` +
      `${seconds.toFixed(0)} simulated seconds in ${(tookMs / 1000).toFixed(0)} real ones\n`,
  )
  return fine
}

function last({ standIn }: House): number {
  return standIn.taken.at(-1)?.at ?? NaN
}
