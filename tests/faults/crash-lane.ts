import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { aServer, freePort } from '#tests/fixtures/a-server.ts'
import type { ApiAnswer, TestServer } from '#tests/fixtures/a-server.ts'

import { inspect } from './a-partnership.ts'
import type { Found, Place } from './a-partnership.ts'
import { aStandIn, TEAMS_LIMITS } from './connector-stand-in.ts'
import { aFaultProxy } from './proxy.ts'
import type { Insist, People } from './thread.ts'

/** Where the process is killed: at its n-th outbound call, or at its n-th commit that writes. */
export type Spot = 'before-it-is-taken' | 'after-it-is-taken' | 'around-the-commit'

export type Part = {
  /** Which of the spots are this lane's, of all that a thread has: from the first on, each so-many-th. */
  readonly first: number
  readonly step: number
  /** Draws how long Teams takes for its answers in each thread. */
  readonly chance: () => number
}

/** Teams takes up to so long for an answer, in milliseconds. */
const SLOWEST_ANSWER_MS = 40

export type Lane = Awaited<ReturnType<typeof aLane>>

/** Opening a copy of PGlite's directory takes seconds: every fourth kill is looked at as it left things. */
const EACH = 4

/** On which side of its commit the process dies: the sides take turns. */
function sideOf(spot: Spot, n: number): 'before' | 'after' | undefined {
  if (spot !== 'around-the-commit') return undefined
  return n % 2 === 1 ? 'before' : 'after'
}

/** One server on one place, started again whenever it was killed, and the stand-in that it sends to. */
export async function aLane(
  place: Place,
  { first, step, chance }: Part,
  found: (found: Found, where: string) => void,
) {
  const standIn = await aStandIn({ limits: TEAMS_LIMITS })
  const proxy = await aFaultProxy(standIn.url)
  const port = await freePort()
  let kills = 0
  let next = { spot: 'before-it-is-taken' as Spot, n: first }
  let server = await start()
  const people = await everybody(server)

  /** Looks at what the kill left, then starts again on it. */
  async function revive(): Promise<void> {
    const how = await server.ended
    if (how !== 'SIGKILL') throw new Error(`the server ended by itself (${how}):\n${server.output()}`)
    kills += 1
    const where = `${next.spot} ${next.n}`
    next = { ...next, n: next.n + step }
    if (kills % (place.cell ? 1 : EACH) !== 0) {
      server = await start()
      return
    }
    const left = await asItWasLeft(place)
    const [state, again] = await Promise.all([inspect(left.place), start()])
    await left.forget()
    server = again
    found(state, where)
  }

  function start(): Promise<TestServer> {
    const side = sideOf(next.spot, next.n)
    return aServer({
      ...place,
      port,
      ...(side && { preload: [join(import.meta.dirname, 'kill-at-commit.ts')] }),
      env: {
        MODE: 'local',
        CONNECTOR_URL: proxy.url,
        LEASE_MS: '500',
        QUIET_MS: '500',
        SWEEP_MS: '100',
        ...(side && { KILL_AT_COMMIT: `${next.n}:${side}` }),
      },
    })
  }

  const hasEnded = async (withinMs: number): Promise<boolean> =>
    Promise.race([server.ended.then(() => true), pause(withinMs, false)])

  const insist: Insist = async (send) => {
    for (let tries = 1; tries <= 5; tries += 1) {
      const answer = await send().catch((): undefined => undefined)
      if (answer !== undefined && answer.status < 500) return accepted(answer)
      if (await hasEnded(1000)) await revive()
    }
    throw new Error(`a request was never acknowledged:\n${server.output()}`)
  }

  const close = async (): Promise<void> => {
    await proxy.close()
    await standIn.close()
  }

  return {
    standIn,
    people,
    insist,
    get kills() {
      return kills
    },
    /** Begins a series: a fresh process that can die at the first such spot. */
    async begin(spot: Spot): Promise<void> {
      await server.stop()
      proxy.heal()
      next = { spot, n: first }
      server = await start()
    },
    /** From here on the process counts, and dies at the n-th. Gives n. */
    async arm(): Promise<number> {
      standIn.answerAfter(Math.round(chance() * SLOWEST_ANSWER_MS))
      if (sideOf(next.spot, next.n)) {
        process.kill(server.pid, 'SIGUSR2')
        const deadline = Date.now() + 10_000
        while (!server.output().includes('armed') && Date.now() < deadline) await pause(5)
      } else {
        const kind = next.spot === 'before-it-is-taken' ? 'cut-before' : 'cut-after'
        proxy.script({
          nth: next.n,
          fault: { kind, die: () => void process.kill(server.pid, 'SIGKILL') },
        })
      }
      return next.n
    },
    /** Starts again if the process was killed after the last answer. */
    async tend(): Promise<void> {
      if (await hasEnded(300)) await revive()
    },
    async end(): Promise<number | NodeJS.Signals> {
      const how = await server.stop()
      await close()
      return how
    },
    /** However the test ended. */
    async clean(): Promise<void> {
      await server.kill()
      await close().catch(() => undefined)
    },
  }
}

function accepted(answer: ApiAnswer): ApiAnswer {
  if (answer.status < 300) return answer
  throw new Error(`a request of the thread was refused: ${answer.status} ${answer.text}`)
}

async function everybody(server: TestServer): Promise<People> {
  const [quinn, wes, eve, bea] = await Promise.all([
    server.signIn('quinn'),
    server.signIn('wes'),
    server.signIn('eve'),
    server.signIn('bea'),
  ])
  return { quinn, wes, eve, bea }
}

/** PGlite's directory is copied, so that the look at it is not what repairs it; PostgreSQL is looked at in place. */
async function asItWasLeft(place: Place): Promise<{ place: Place; forget(): Promise<void> }> {
  if (place.cell) return { place, forget: async () => {} }
  const dataDir = await mkdtemp(join(tmpdir(), 'case-evaluations-left-'))
  await cp(place.dataDir, dataDir, { recursive: true })
  return { place: { dataDir }, forget: () => rm(dataDir, { recursive: true, force: true }) }
}
