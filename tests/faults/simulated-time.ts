/** A clock that only the test moves, and what waits for it. */
export type Clock = { now: number }

/**
 * Time that passes only while nothing real is being done (a transaction, a call): what takes no time in the simulation
 * takes none by its clock, however slow the machine is.
 */
export function simulatedTime(clock: Clock) {
  const waiting: { readonly until: number; readonly wake: () => void }[] = []
  let real = 0
  let isLooking = false

  function look(): void {
    if (isLooking || real > 0 || waiting.length === 0) return
    isLooking = true
    setImmediate(() => {
      isLooking = false
      if (real > 0 || waiting.length === 0) return
      clock.now = Math.max(clock.now, Math.min(...waiting.map(({ until }) => until)))
      const due = waiting.filter(({ until }) => until <= clock.now)
      for (const each of due) waiting.splice(waiting.indexOf(each), 1)
      for (const { wake } of due) wake()
      look()
    })
  }

  return {
    pause: (ms: number): Promise<void> =>
      new Promise((wake) => {
        waiting.push({ until: clock.now + ms, wake })
        look()
      }),
    /** Something real, during which the clock stands. */
    async doing<T>(work: () => Promise<T>): Promise<T> {
      real += 1
      try {
        return await work()
      } finally {
        real -= 1
        look()
      }
    },
  }
}
