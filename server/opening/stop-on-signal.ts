import { faultLine } from '../log.ts'
import type { Log } from '../log.ts'

const DRAIN_MS = 25_000

/** Answers what has begun, sends what was claimed, then ends; never later than 30 seconds. */
export function stopOnSignal(log: Log, close: () => Promise<void>): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log('stop-failed', faultLine(error))
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
