/** A mailbox takes four calls of an app at once (Outlook's published limit). */
const AT_ONCE = 4
/** SharePoint gives an app of a small tenant 1,250 units a minute; a part stays free for what we don't count. */
const UNITS = 1000
const MINUTE_MS = 60_000

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
  return { kind: 'free', lane: first }
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
  /** Waits for a turn, but for no longer than `patienceMs` where the wait is known. */
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

  async function turn(cost: Cost, patienceMs: number): Promise<Turn> {
    const silentMs = (silentUntil.get(cost.lane) ?? 0) - now()
    if (silentMs > patienceMs) return { go: false, retryAfterMs: silentMs }
    if (silentMs > 0) await pause(silentMs)
    if (cost.kind === 'mailbox') {
      const places = mailboxes.get(cost.lane) ?? new Places(() => shareOf(AT_ONCE))
      mailboxes.set(cost.lane, places)
      await places.take()
      return { go: true, ended: once(() => places.free()) }
    }
    if (cost.kind === 'units') {
      const leftMs = patienceMs - Math.max(0, silentMs)
      const waitMs = takeUnits(cost.units, leftMs)
      if (waitMs > leftMs) return { go: false, retryAfterMs: waitMs }
      if (waitMs > 0) await pause(waitMs)
    }
    return { go: true, ended: () => {} }
  }

  return {
    turn,
    silence: (lane, forMs) => {
      silentUntil.set(lane, Math.max(now() + forMs, silentUntil.get(lane) ?? 0))
    },
  }
}

/** So many at once; who comes later waits in order. */
class Places {
  readonly #places: () => number
  readonly #waiting: (() => void)[] = []
  #taken = 0

  constructor(places: () => number) {
    this.#places = places
  }

  async take(): Promise<void> {
    if (this.#taken < this.#places()) {
      this.#taken += 1
      return
    }
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve)
    })
  }

  free(): void {
    this.#taken -= 1
    while (this.#taken < this.#places()) {
      const next = this.#waiting.shift()
      if (!next) return
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
