import { setTimeout as pauseFor } from 'node:timers/promises'

/** A connection on which a channel is heard. */
export type Line = { end(): Promise<void> }

/** Opens one: rejects when it cannot; `broke` is called when it ends by itself afterwards. */
export type OpenLine = (heard: (payload: string) => void, broke: () => void) => Promise<Line>

export type Hearing = {
  readonly heard: (payload: string) => void
  /** After a break: what was said meanwhile is not known. */
  readonly missed: () => void
}

type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>
const pauseUntil: Pause = (ms, signal) => pauseFor(ms, undefined, { signal })

/**
 * Hears a channel until it is stopped: a line that breaks is opened again, with growing waits. The first line has to
 * come about; whoever starts hears that it does not.
 */
export async function keepListening(
  open: OpenLine,
  { heard, missed }: Hearing,
  pause: Pause = pauseUntil,
): Promise<() => Promise<void>> {
  const ending = new AbortController()
  const { signal } = ending
  let line: Line | undefined

  const openOne = async (): Promise<void> => {
    let isUp = false
    const opened = await open(heard, () => {
      if (isUp && !signal.aborted) void again()
      isUp = false
    })
    isUp = true
    line = opened
    if (signal.aborted) await opened.end()
  }
  const again = async (): Promise<void> => {
    line = undefined
    for (let tries = 0; !signal.aborted; tries += 1) {
      try {
        await pause(waitBefore(tries), signal)
        await openOne()
        missed()
        return
      } catch {
        // Away still, or stopped meanwhile: the loop looks.
      }
    }
  }

  await openOne()
  return async () => {
    ending.abort()
    await line?.end()
  }
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 15_000

/** Spread, so that the processes of a cell do not come back all at once. */
function waitBefore(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.5 + Math.random() / 2)
}
