import type { EntryId, ReturnId } from '../ids.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { EntryRefused } from './save-entry.ts'
import { toWrite, wroteIn } from './writing.ts'

/** Takes an entry out of an agency's chronology, as long as it was not sent. The row stays, marked. */
export async function removeEntry(
  deps: Deps,
  input: { readonly return: ReturnId; readonly entry: EntryId; readonly version?: number },
): Outcome<{ readonly entry: EntryId }, EntryRefused> {
  const { reads, actor, now } = deps
  const found = toWrite(actor, await reads.return(input.return), 'chronology', now)
  if (!found.ok) return found
  const { of, post } = found.value
  const entry = await reads.entry(of.id, input.entry)
  if (!entry) return refused('no-such-entry')
  if (entry.version !== input.version) return refused('changed-meanwhile')
  return ok({
    value: { entry: entry.id },
    writes: [{ kind: 'entry-removed', return: of.id, entry }],
    ...(await wroteIn(deps, of, 'chronology', post)),
  })
}
