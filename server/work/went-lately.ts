import type { Pace } from '#bot/transport/pace.ts'
import { sentLately } from '#store/outbox.ts'
import type { Running } from '#store/running.ts'

/**
 * A process that starts anew knows nothing of what went out before, by itself or by the one whose place it takes.
 * For Teams nothing begins anew: what went out lately counts under its limits.
 */
export async function rememberWhatWent(running: Running, pace: Pace): Promise<void> {
  for (const { tenant, chat, agoMs } of await sentLately(running)) pace.went({ tenant, chat }, agoMs)
}
