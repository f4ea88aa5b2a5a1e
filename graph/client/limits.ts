/** A mailbox takes four calls of an app at once (Outlook's published limit). */
const AT_ONCE = 4
/** SharePoint gives an app of a small tenant 1,250 units a minute; a part stays free for what we don't count. */
const UNITS = 1000
const MINUTE_MS = 60_000
/** Again so soon, where others had the mailbox's places for as long as somebody waited. */
const NO_PLACE_MS = 5000

/** What a call costs: the lane of its mailbox, units of SharePoint, or nothing that is counted. */
export type Cost =
  | { readonly kind: 'mailbox'; readonly lane: string }
  | { readonly kind: 'units'; readonly lane: 'sharepoint'; readonly units: number }
  | { readonly kind: 'free'; readonly lane: string }

/** Read off the path, so that nobody can forget to say it. */
export function costOf(method: string, path: string): Cost {
  const [, first = '', second = '', third = ''] = path.split('/')
  if (first === 'sites' || first === 'drives')
    return { kind: 'units', lane: 'sharepoint', units: unitsOf(method, path) }
  if (first === 'users' && MAILBOX.test(third)) return { kind: 'mailbox', lane: `mailbox ${second}` }
  // Microsoft throttles each of its services by itself: silence of one is none of the others'.
  return { kind: 'free', lane: first === 'users' && third !== '' ? third : first }
}

const MAILBOX = /^(?:events|calendar|calendarView|sendMail|messages|mailboxSettings)$/

/** Permissions cost five, one item one, lists and changes two. */
function unitsOf(method: string, path: string): number {
  if (/\/permissions(?:\/|$)/.test(path)) return 5
  const isList = /\/(?:children|drives|lists|items|versions)$/.test(path)
  return method === 'GET' && !isList ? 1 : 2
}

/** `ended` gives the place back, once. */
export type Turn =
  | { readonly go: true; readonly ended: () => void }
  | { readonly go: false; readonly retryAfterMs: number }

export type Limits = {
  /** Waits for a turn, but for no longer than `patienceMs`. */
  turn(cost: Cost, patienceMs: number): Promise<Turn>
  /** Whoever answers this lane asked for silence. */
  silence(lane: string, forMs: number): void
}

/**
 * Keeps Microsoft's limits on this process's calls: mailboxes by places, SharePoint by units, all by silence. Several
 * processes share them evenly.
 */
export function openLimits(
  now: () => number,
  pause: (ms: number) => Promise<unknown>,
  processes: () => number = () => 1,
): Limits {
  const shareOf = (whole: number): number => Math.max(1, Math.floor(whole / Math.max(1, processes())))
  const silentUntil = new Map<string, number>()
  const mailboxes = new Map<string, Places>()
  const bucket = { units: shareOf(UNITS), at: now() }

  /** After how long so many units are there. They are taken at once, unless that is longer than anybody waits. */
  function takeUnits(units: number, patienceMs: number): number {
    const at = now()
    const share = shareOf(UNITS)
    const perMs = share / MINUTE_MS
    bucket.units = Math.min(share, bucket.units + (at - bucket.at) * perMs)
    bucket.at = at
    const waitMs = Math.max(0, Math.ceil((units - bucket.units) / perMs))
    if (waitMs <= patienceMs) bucket.units -= units
    return waitMs
  }

  const until = (lane: string): number => silentUntil.get(lane) ?? 0

  /** Hears each silence that a lane is asked for, once. `waitOut` gives how long it lasts where nobody waits so long, else 0. */
  function listening(lane: string, waitsUntil: number) {
    let heard = 0
    const isMore = (): boolean => until(lane) > heard
    return {
      isMore,
      async waitOut(): Promise<number> {
        while (isMore()) {
          heard = until(lane)
          const silentMs = heard - now()
          if (heard > waitsUntil) return silentMs
          if (silentMs > 0) await pause(silentMs)
        }
        return 0
      },
    }
  }

  async function placeOf(lane: string, waitsUntil: number): Promise<Turn> {
    const places = mailboxes.get(lane) ?? new Places(() => shareOf(AT_ONCE))
    mailboxes.set(lane, places)
    const silence = listening(lane, waitsUntil)
    for (;;) {
      const silentMs = await silence.waitOut()
      if (silentMs > 0) return { go: false, retryAfterMs: silentMs }
      if (!(await places.take(waitsUntil - now()))) return { go: false, retryAfterMs: NO_PLACE_MS }
      // Whoever had the place before may have been asked for silence.
      if (!silence.isMore()) return { go: true, ended: once(() => places.free()) }
      places.free()
    }
  }

  async function turn(cost: Cost, patienceMs: number): Promise<Turn> {
    const waitsUntil = now() + patienceMs
    if (cost.kind === 'mailbox') return placeOf(cost.lane, waitsUntil)
    const silence = listening(cost.lane, waitsUntil)
    const silentMs = await silence.waitOut()
    if (silentMs > 0) return { go: false, retryAfterMs: silentMs }
    if (cost.kind === 'free') return goes
    const leftMs = waitsUntil - now()
    const waitMs = takeUnits(cost.units, leftMs)
    if (waitMs > leftMs) return { go: false, retryAfterMs: waitMs }
    if (waitMs === 0) return goes
    await pause(waitMs)
    const stillMs = await silence.waitOut()
    if (stillMs === 0) return goes
    bucket.units += cost.units
    return { go: false, retryAfterMs: stillMs }
  }

  return {
    turn,
    silence: (lane, forMs) => {
      silentUntil.set(lane, Math.max(now() + forMs, silentUntil.get(lane) ?? 0))
    },
  }
}

const goes: Turn = { go: true, ended: () => {} }

/** So many at once; who comes later waits in order, for as long as they like. */
class Places {
  readonly #places: () => number
  readonly #waiting = new Set<() => void>()
  #taken = 0

  constructor(places: () => number) {
    this.#places = places
  }

  /** False: none came free in this time. */
  async take(forMs: number): Promise<boolean> {
    if (this.#taken < this.#places()) {
      this.#taken += 1
      return true
    }
    return new Promise<boolean>((resolve) => {
      const given = () => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(
        () => {
          this.#waiting.delete(given)
          resolve(false)
        },
        Math.max(0, forMs),
      )
      this.#waiting.add(given)
    })
  }

  free(): void {
    this.#taken -= 1
    for (const next of this.#waiting) {
      if (this.#taken >= this.#places()) return
      this.#waiting.delete(next)
      this.#taken += 1
      next()
    }
  }
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    act()
  }
}
