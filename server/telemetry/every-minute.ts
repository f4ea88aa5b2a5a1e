import { metrics } from '@opentelemetry/api'

import { howItStands } from '#store/how-it-stands.ts'
import type { HowItStands } from '#store/how-it-stands.ts'
import type { Running } from '#store/running.ts'

import { faultLine } from '../log.ts'
import type { Log } from '../log.ts'
import type { Meters } from './meters.ts'
import type { MetricsLine } from './metrics-line.ts'

type Watched = {
  readonly running: Running
  readonly meters: Pick<Meters, 'taken'>
  readonly log: Log
  readonly isReady: () => boolean
  readonly isHeld: () => boolean
  readonly everyMs?: number
}

const A_MINUTE_MS = 60_000

/**
 * Writes the line `metrics` every minute, and once more at the end. When the database cannot be asked, the line comes
 * without the numbers of the cell: an alarm must not fall silent together with what it watches.
 */
export function everyMinute({ running, meters, log, isReady, isHeld, everyMs = A_MINUTE_MS }: Watched): {
  stop(): Promise<void>
} {
  let last: Partial<HowItStands> = {}
  observe(() => ({ ...last, poolWaiting: poolWaiting(running) }))

  async function say(): Promise<void> {
    last = await howItStands(running).catch((error: unknown): Partial<HowItStands> => {
      log('metrics-incomplete', faultLine(error))
      return {}
    })
    log('metrics', {
      ready: Number(isReady()),
      held: Number(isHeld()),
      reachable: Number(last.queue !== undefined),
      ...meters.taken(),
      ...last,
      poolWaiting: poolWaiting(running),
    } satisfies Partial<MetricsLine>)
  }

  const timer = setInterval(() => void say(), everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await say()
    },
  }
}

function poolWaiting({ database }: Running): number {
  return database.waiting?.() ?? 0
}

/** The states as instruments, read whenever they are exported. */
function observe(now: () => Partial<HowItStands> & { readonly poolWaiting: number }): void {
  const meter = metrics.getMeter('case-evaluations')
  const gauges = {
    jobs_queue_depth: 'queue',
    job_oldest_age_seconds: 'oldestDueS',
    messages_in_doubt: 'inDoubt',
    audit_seal_behind_seconds: 'sealBehindS',
    db_pool_waiting: 'poolWaiting',
  } as const
  for (const [name, field] of Object.entries(gauges))
    meter.createObservableGauge(name).addCallback((result) => {
      const value = now()[field]
      if (value !== undefined) result.observe(value)
    })
}
