import type { Meetings } from '#core/meetings/meetings.ts'
import { sweepIncidents } from '#store/incident-prompts.ts'
import { sweepOverviews } from '#store/overviews.ts'
import { seal } from '#store/seal.ts'
import { sweep } from '#store/sweep.ts'

import { cancelMeetings } from './cancel-meetings.ts'
import { deliver } from './deliver.ts'
import type { Delivery } from './deliver.ts'
import { faultLine } from './log.ts'
import type { Log } from './log.ts'

/** The work behind the doors: sweep, deliver, take what ended out of the calendars, seal. Each runs to quiescence when called. */
export type Work = {
  /** Writes down what is due and sends it, until nothing is left that can be sent now. */
  settle(): Promise<void>
  /** As soon as may be, once it has begun; several calls at once are one. */
  soon(): void
  /** Begins the timers; the only ones of the process. */
  start(everyMs: number): void
  /** Lets what is on its way come to its end, and begins nothing new. */
  stop(): Promise<void>
}

export function workOf(delivery: Delivery, auditKey: string, log: Log, meetings?: Meetings): Work {
  const { running } = delivery
  const ending = new AbortController()
  const { signal } = ending
  let turn: Promise<void> = Promise.resolve()
  let asked = false
  let begun = false
  let timer: NodeJS.Timeout | undefined

  const once = async (): Promise<void> => {
    while (!signal.aborted) {
      const { duties } = await sweep(running)
      delivery.counted?.due(duties)
      await sweepOverviews(running)
      await sweepIncidents(running)
      const sent = await deliver(delivery, signal)
      if (duties === 0 && sent === 0) break
    }
    if (meetings && !signal.aborted && ((await delivery.maySend?.()) ?? true))
      await cancelMeetings(running, meetings, (error) => log('meeting-stays', faultLine(error)))
    await seal(running.database, auditKey)
  }
  const settle = (): Promise<void> => {
    const mine = turn.then(once)
    turn = mine.catch((error: unknown) => log('work-failed', faultLine(error)))
    return mine
  }
  const soon = (): void => {
    if (asked || !begun) return
    asked = true
    setImmediate(() => {
      asked = false
      settle().catch(() => undefined)
    })
  }
  return {
    settle,
    soon,
    start(everyMs) {
      begun = true
      timer = setInterval(soon, everyMs)
    },
    async stop() {
      clearInterval(timer)
      begun = false
      ending.abort()
      await turn
    },
  }
}
