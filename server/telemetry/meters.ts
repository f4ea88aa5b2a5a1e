import { metrics } from '@opentelemetry/api'

import type { Measure } from '#core/measure.ts'
import type { Claimed, Settlement } from '#store/outbox.ts'

import type { MetricsLine } from './metrics-line.ts'

/** What is counted of the work: told by whoever does it, never with a person, a case or a tenant. */
export type Meters = {
  due(prompts: number): void
  ended(as: Settlement['as'], message: Pick<Claimed, 'road' | 'waitedMs'>): void
  invoked(verb: string, outcome: string, ms: number): void
  readonly outside: Measure
  /** Somebody was not let in. */
  turnedAway(door: 'bot' | 'tab', kind: string): void
  failed(): void
  /** What was counted since the last time; from now on it counts from zero. */
  taken(): Counts
}

/** The part of the line that this process counts. */
export type Counts = Omit<
  MetricsLine,
  | 'ready'
  | 'held'
  | 'reachable'
  | 'queue'
  | 'oldestDueS'
  | 'inDoubt'
  | 'sealBehindS'
  | 'meetingsStay'
  | 'poolWaiting'
>

const SLOW_MS = 3000

/** Instruments of OpenTelemetry, which lead nowhere unless they are exported, and the same as numbers of our own. */
export function openMeters(): Meters {
  const meter = metrics.getMeter('case-evaluations')
  const due = meter.createCounter('prompts_due_total')
  const sent = meter.createCounter('prompts_sent_total')
  const delay = meter.createHistogram('prompt_delay_seconds', { unit: 's' })
  const invoke = meter.createHistogram('invoke_duration_seconds', { unit: 's' })
  const graph = meter.createCounter('graph_requests_total')
  const graphThrottled = meter.createCounter('graph_throttled_total')
  const silence = meter.createHistogram('graph_retry_after_seconds', { unit: 's' })
  const connectorThrottled = meter.createCounter('connector_throttled_total')
  const tokens = meter.createCounter('token_requests_total')
  const turnedAway = meter.createCounter('auth_failures_total')
  const faults = meter.createCounter('faults_total')
  let counts: Mutable<Counts> = { ...NOTHING }

  return {
    due(prompts) {
      if (prompts === 0) return
      due.add(prompts)
      counts.due += prompts
    },
    ended(as, { road, waitedMs }) {
      sent.add(1, { outcome: as, road })
      if (as === 'sent') {
        delay.record(waitedMs / 1000)
        counts.delayS = Math.max(counts.delayS, Math.round(waitedMs / 1000))
      }
      if (as !== 'not-needed') counts[as] += 1
      if (as === 'refused' && road === 'teams') counts.notReachable += 1
    },
    invoked(verb, outcome, ms) {
      invoke.record(ms / 1000, { verb, outcome })
      counts.invokes += 1
      if (ms > SLOW_MS) counts.slowInvokes += 1
      counts.slowestInvokeMs = Math.max(counts.slowestInvokeMs, Math.round(ms))
    },
    outside({ service, route, status, retryAfterMs }) {
      const isThrottled = status === 429 || retryAfterMs !== undefined
      if (isThrottled) counts.throttled += 1
      if (service === 'graph') {
        graph.add(1, { route, status: status ?? 0 })
        counts.graphCalls += 1
        if (status === undefined || status >= 400) counts.graphFailed += 1
        if (isThrottled) graphThrottled.add(1)
        if (retryAfterMs !== undefined) silence.record(retryAfterMs / 1000)
      }
      if (service === 'connector' && isThrottled) connectorThrottled.add(1)
      // A person who has to sign in again is no failure of ours.
      if (service === 'entra' && route === 'token') {
        const isGiven = status === 200
        tokens.add(1, { outcome: isGiven ? 'given' : 'failed' })
        if (!isGiven) counts.tokenFailures += 1
      }
    },
    turnedAway(door, kind) {
      turnedAway.add(1, { door, kind })
      counts[door === 'bot' ? 'botRefused' : 'tabRefused'] += 1
    },
    failed() {
      faults.add(1)
      counts.faults += 1
    },
    taken() {
      const taken = counts
      counts = { ...NOTHING }
      return taken
    },
  }
}

type Mutable<T> = { -readonly [Name in keyof T]: T[Name] }

const NOTHING: Counts = {
  due: 0,
  sent: 0,
  unconfirmed: 0,
  refused: 0,
  again: 0,
  notReachable: 0,
  delayS: 0,
  invokes: 0,
  slowInvokes: 0,
  slowestInvokeMs: 0,
  graphCalls: 0,
  graphFailed: 0,
  throttled: 0,
  tokenFailures: 0,
  botRefused: 0,
  tabRefused: 0,
  faults: 0,
}
