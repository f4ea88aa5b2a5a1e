import type { Meetings } from '#core/meetings/meetings.ts'
import { sweepIncidents } from '#store/incident-prompts.ts'
import { sweepOverviews } from '#store/overviews.ts'
import { seal } from '#store/seal.ts'
import { sweep } from '#store/sweep.ts'

import { faultLine } from '../log.ts'
import type { Log } from '../log.ts'
import { cancelMeetings } from './cancel-meetings.ts'
import { deliver } from './deliver.ts'
import type { Delivery } from './deliver.ts'

/** The work behind the doors: sweep, deliver, seal, each to quiescence when called; beside it, what ended leaves the calendars. */
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
  let ends: Promise<void> | undefined

  /** Beside the turn, once at a time: a calendar that does not answer holds up no reminder and no seal. */
  const endMeetings = (): void => {
    if (!meetings || ends || signal.aborted) return
    ends = endThem(meetings)
      .catch((error: unknown) => log('meeting-stays', faultLine(error)))
      .finally(() => (ends = undefined))
  }
  const endThem = async (port: Meetings): Promise<void> => {
    if (!((await delivery.maySend?.()) ?? true)) return
    const watched = {
      failed: (error: unknown) => log('meeting-stays', faultLine(error)),
      stays: (meeting: string, round: string, tries: number) =>
        log('meeting-not-cancelled', { meeting, round, tries }),
    }
    await cancelMeetings(running, port, watched, signal)
  }
  const once = async (): Promise<void> => {
    while (!signal.aborted) {
      const { duties } = await sweep(running)
      delivery.counted?.due(duties)
      await sweepOverviews(running)
      await sweepIncidents(running)
      const sent = await deliver(delivery, signal)
      if (duties === 0 && sent === 0) break
    }
    endMeetings()
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
      await ends
    },
  }
}
