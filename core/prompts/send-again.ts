import type { MessageId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'

export type SendAgainRefused = 'not-yours-to-chase' | 'not-undelivered'

/**
 * Tries a message again that was refused or given up: it goes the same road, to whoever is to hear of it now, and
 * only if it still has something to say.
 */
export async function sendAgain(
  { reads, actor }: Deps,
  { message }: { readonly message: MessageId },
): Outcome<{ message: MessageId }, SendAgainRefused> {
  if (!may.remind(actor)) return refused('not-yours-to-chase')
  if (!(await reads.isUndelivered(message))) return refused('not-undelivered')
  return ok({
    value: { message },
    writes: [{ kind: 'message-again', message }],
    changes: [],
    happened: [{ kind: 'message-due', message }],
  })
}
