/** At most so many calls in any stretch of so many milliseconds. */
export type Ceiling = { readonly calls: number; readonly ms: number }

export type Ceilings = { readonly tenant: readonly Ceiling[]; readonly chat: readonly Ceiling[] }

/** Teams' own limits for a bot: calls to one tenant, and messages into one chat. */
export const TEAMS_CEILINGS: Ceilings = {
  tenant: [{ calls: 50, ms: 1000 }],
  chat: [
    { calls: 7, ms: 1000 },
    { calls: 8, ms: 2000 },
    { calls: 60, ms: 30_000 },
    { calls: 1800, ms: 3_600_000 },
  ],
}

/** `go`: call now, and say when the answer is there. Else the least time to wait before asking again. */
export type Turn =
  | { readonly go: true; readonly ended: () => void }
  | { readonly go: false; readonly waitMs: number }

export type Call = {
  readonly tenant: string
  readonly chat: string
  /** Somebody typed or pressed, and waits: it goes before every message. */
  readonly isAnswer?: boolean
}

export type Pace = {
  turn(call: Call): Turn
  /** A call of an earlier process that ended so many milliseconds ago; told the oldest first, before any turn. */
  went(call: Omit<Call, 'isAnswer'>, agoMs: number): void
  /** The tenant asked for silence: no call to it for so many milliseconds. */
  silence(tenant: string, forMs: number): void
  /** How many processes send for the same tenants: each keeps its part of every ceiling. */
  share(processes: number): void
  processes(): number
}

/** For so long after an answer a part of the tenant's calls stays free for the next one. */
const ANSWERS_FOLLOW_MS = 60_000
const FREE_FOR_ANSWERS = 5

/**
 * Keeps the limits, whatever the road does in between. A call counts from its beginning until the stretch after
 * its answer is over: wherever in between the other side counted it, it never sees more than the ceiling. Answers
 * to people count too. Messages leave them room from the first that asks on, so that even this one waits no
 * longer than a call that is on its way, and the stretch.
 */
export function openPace(ceilings: Ceilings, now: () => number): Pace {
  const tenants = new Map<string, Counted>()
  const chats = new Map<string, Counted>()
  const silent = new Map<string, number>()
  const answered = new Map<string, number>()
  let processes = 1

  function countedIn(map: Map<string, Counted>, key: string, keepMs: number): Counted {
    const known = map.get(key)
    if (known) return known
    if (map.size >= MOST_KEPT) forgetIdle(map, now())
    const fresh = new Counted(keepMs)
    map.set(key, fresh)
    return fresh
  }

  return {
    turn({ tenant, chat, isAnswer = false }) {
      const at = now()
      if (isAnswer) answered.set(tenant, at)
      const doAnswersFollow = (answered.get(tenant) ?? -Infinity) > at - ANSWERS_FOLLOW_MS
      const free = !isAnswer && doAnswersFollow ? FREE_FOR_ANSWERS : 0
      const sides = [
        { of: countedIn(tenants, tenant, longest(ceilings.tenant)), under: ceilings.tenant, free },
        { of: countedIn(chats, chat, longest(ceilings.chat)), under: ceilings.chat, free: 0 },
      ]
      const waits = sides.flatMap(({ of, under, free: kept }) =>
        under.map(({ calls, ms }) => of.waitFor(Math.max(1, Math.floor((calls - kept) / processes)), ms, at)),
      )
      const waitMs = Math.max((silent.get(tenant) ?? 0) - at, ...waits)
      if (waitMs > 0) return { go: false, waitMs }
      for (const { of } of sides) of.begin()
      return {
        go: true,
        ended: () => {
          for (const { of } of sides) of.end(now())
        },
      }
    },
    went({ tenant, chat }, agoMs) {
      for (const of of [
        countedIn(tenants, tenant, longest(ceilings.tenant)),
        countedIn(chats, chat, longest(ceilings.chat)),
      ]) {
        of.begin()
        of.end(now() - agoMs)
      }
    },
    silence: (tenant, forMs) => void silent.set(tenant, Math.max(now() + forMs, silent.get(tenant) ?? 0)),
    processes: () => processes,
    share: (number) => void (processes = Math.max(1, number)),
  }
}

/** Nobody is kept longer from an answer than this; the door of Teams closes soon after. */
const LONGEST_FOR_ANSWER_MS = 8000

/**
 * Waits until an answer to a person may go, and gives what to call when it has gone. Undefined: the tenant asked
 * for silence, or the limits are used up, for longer than anybody waits.
 */
export async function turnToAnswer(
  pace: Pace,
  call: Omit<Call, 'isAnswer'>,
  pause: (ms: number) => Promise<unknown>,
): Promise<(() => void) | undefined> {
  let waited = 0
  for (;;) {
    const turn = pace.turn({ ...call, isAnswer: true })
    if (turn.go) return turn.ended
    waited += turn.waitMs
    if (waited > LONGEST_FOR_ANSWER_MS) return undefined
    await pause(turn.waitMs)
  }
}

const MOST_KEPT = 10_000
/** While calls are on their way, nobody knows when a place is free. */
const LOOK_AGAIN_MS = 20

function longest(ceilings: readonly Ceiling[]): number {
  return Math.max(0, ...ceilings.map(({ ms }) => ms))
}

function forgetIdle(map: Map<string, Counted>, at: number): void {
  for (const [key, counted] of map) if (counted.isIdle(at)) map.delete(key)
}

/** Calls on their way, and when the others had their answer. */
class Counted {
  readonly #keepMs: number
  #onTheirWay = 0
  #ended: number[] = []
  constructor(keepMs: number) {
    this.#keepMs = keepMs
  }

  begin(): void {
    this.#onTheirWay += 1
  }

  end(at: number): void {
    this.#onTheirWay -= 1
    this.#forget(at)
    this.#ended.push(at)
  }

  waitFor(calls: number, ms: number, at: number): number {
    this.#forget(at)
    const from = firstAfter(this.#ended, at - ms)
    const tooMany = this.#onTheirWay + (this.#ended.length - from) - calls + 1
    if (tooMany <= 0) return 0
    const frees = this.#ended[from + tooMany - 1]
    return frees === undefined ? LOOK_AGAIN_MS : frees + ms + 1 - at
  }

  isIdle(at: number): boolean {
    this.#forget(at)
    return this.#onTheirWay === 0 && this.#ended.length === 0
  }

  #forget(at: number): void {
    const gone = firstAfter(this.#ended, at - this.#keepMs)
    // Only now and then: taking from the front of a long list costs its length.
    if (gone > 64 || gone === this.#ended.length) this.#ended = this.#ended.slice(gone)
  }
}

/** The place of the first time that is not before `than`, in a list that grows. */
function firstAfter(times: readonly number[], than: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < than) low = middle + 1
    else high = middle
  }
  return low
}
