import { setTimeout as pause } from 'node:timers/promises'

import type { ActionView } from '#core/actions/views.ts'
import { aServer } from '#tests/fixtures/a-server.ts'
import type { Api, TestServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import type { Engine } from './a-house.ts'
import { aPartnership, forgetPlace } from './a-partnership.ts'
import type { Place } from './a-partnership.ts'
import type { Recorded } from './acts.ts'
import { check } from './checker.ts'
import type { Deeds } from './checker.ts'
import { aStandIn, TEAMS_LIMITS } from './connector-stand-in.ts'
import type { StandIn } from './connector-stand-in.ts'
import { actionFor, withWorkers } from './many-workers.ts'
import { aFaultProxy } from './proxy.ts'
import type { FaultProxy } from './proxy.ts'

type Env = Readonly<Record<string, string>>

export type WatchedPlace = {
  readonly place: Place
  readonly standIn: StandIn
  readonly proxy: FaultProxy
  /** The product as a process of its own on this place; several may run if the engine lets them. */
  start(env?: Env, more?: { readonly port?: number; readonly dataDir?: string }): Promise<TestServer>
  /** Each invariant that does not hold, as the checker names it. */
  broken(api: Api, acknowledged: readonly Recorded[], more?: Partial<Deeds>): Promise<readonly string[]>
  close(): Promise<void>
}

/** Where real processes run: what they send goes through the fault proxy to a stand-in that keeps Teams' limits. */
export async function aWatchedPlace(engine: Engine, workers: number): Promise<WatchedPlace> {
  const cell = engine === 'postgresql' ? await aPostgresCell() : undefined
  const place = await aPartnership(cell, withWorkers(workers))
  const standIn = await aStandIn({ limits: TEAMS_LIMITS })
  const proxy = await aFaultProxy(standIn.url)
  const servers: TestServer[] = []
  return {
    place,
    standIn,
    proxy,
    async start(env = {}, more = {}) {
      const server = await aServer({
        ...place,
        ...more,
        env: { MODE: 'local', CONNECTOR_URL: proxy.url, ...env },
      })
      servers.push(server)
      return server
    },
    broken: (api, acknowledged, more = {}) =>
      check({ standIn, mailed: [], api }, { acknowledged, changes: new Map<string, number>(), ...more }),
    async close() {
      for (const server of servers) await server.kill()
      await proxy.close()
      await standIn.close()
      await forgetPlace(place)
    },
  }
}

/** Has an action recorded that worker n owes; throws when it is not acknowledged. */
export async function recordOne(quinn: Api, n: number, due: string): Promise<Recorded> {
  const answer = await quinn.post('/api/actions', actionFor(n, due))
  if (answer.status !== 201) throw new Error(`action ${n} was not recorded: ${answer.text}`)
  return { action: (answer.body as { id: string }).id, owner: `worker-${n}` }
}

/** Waits until something is so, at most two minutes; throws with what stands instead. */
export async function until(isSo: () => boolean, instead: () => unknown = () => ''): Promise<void> {
  const deadline = Date.now() + 120_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`it never came: ${JSON.stringify(await instead())}`)
    await pause(10)
  }
}

/** Waits until each action has a reminder, and none is on its way. */
export async function nothingOnItsWay(
  api: Api,
  recorded: readonly { readonly action: string }[],
): Promise<void> {
  const deadline = Date.now() + 90_000
  for (const { action } of recorded) {
    for (;;) {
      const { prompts } = (await api.get(`/api/actions/${action}`)).body as ActionView
      if (prompts.length > 0 && prompts.every(({ what }) => !what.includes('on its way'))) break
      if (Date.now() > deadline) throw new Error(`reminders never settled: ${JSON.stringify(prompts)}`)
      await pause(50)
    }
  }
}
