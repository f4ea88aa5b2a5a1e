import { timeOf } from '../calendar/moment.ts'
import type { Entry } from '../chronology/entry.ts'
import type { EntryId, ReturnId } from '../ids.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { EntryWords } from './commands.ts'
import { toWrite, wroteIn } from './writing.ts'
import type { WriteRefused } from './writing.ts'

export type EntryRefused = WriteRefused | 'no-such-entry' | 'day-is-to-come'

/** An entry as it was saved: its version goes back with the next change. `at`: "11:42". */
type SavedEntry = { readonly entry: EntryId; readonly version: number; readonly at: string }

/**
 * Writes an event into an agency's chronology: a new one (`entry` null) or one that was read at `version`. An
 * entry from before the time looked back on is taken; the view marks it.
 */
export async function saveEntry(
  deps: Deps,
  input: {
    readonly return: ReturnId
    readonly entry: EntryId | null
    readonly version?: number
    readonly words: EntryWords
  },
): Outcome<SavedEntry, EntryRefused> {
  const { reads, actor, now, today, ids } = deps
  const found = toWrite(actor, await reads.return(input.return), 'chronology', now)
  if (!found.ok) return found
  const { of, post } = found.value
  if (input.words.on > today) return refused('day-is-to-come')
  const before = input.entry === null ? undefined : await reads.entry(of.id, input.entry)
  if (input.entry !== null && !before) return refused('no-such-entry')
  if (before && before.version !== input.version) return refused('changed-meanwhile')

  const entry: Entry = { id: before?.id ?? ids.next(), version: before?.version ?? 0, ...input.words }
  return ok({
    value: { entry: entry.id, version: entry.version + 1, at: timeOf(now) },
    writes: [{ kind: 'entry', return: of.id, entry }],
    ...(await wroteIn(deps, of, 'chronology', post)),
  })
}
