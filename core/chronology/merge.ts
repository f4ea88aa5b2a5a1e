import { daysBetween } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { AgencyId, EntryId } from '../ids.ts'
import type { Entry } from './entry.ts'

/** An entry that was sent, with the agency that wrote it: who said something is never lost. */
export type SentEntry = { readonly agency: AgencyId; readonly entry: Entry }

/**
 * The chronologies of a case as one: by day, an event of one day before a longer one, then in the round's order
 * of agencies, then by source. Nothing is dropped and nothing joined: two agencies' views of the same event
 * stand beside each other, and are what the panel looks for.
 */
export function mergeEntries(sent: readonly SentEntry[], order: readonly AgencyId[]): readonly SentEntry[] {
  const places = new Map(order.map((agency, place) => [agency, place]))
  const placeOf = ({ agency }: SentEntry) => places.get(agency) ?? order.length
  return sent.toSorted(
    (one, other) =>
      compare(one.entry.on, other.entry.on) ||
      compare(one.entry.until ?? '', other.entry.until ?? '') ||
      placeOf(one) - placeOf(other) ||
      compare(one.agency, other.agency) ||
      naturally.compare(one.entry.source, other.entry.source) ||
      compare(one.entry.id, other.entry.id),
  )
}

/** "log 9" before "log 31". */
const naturally = new Intl.Collator('en-GB', { numeric: true })

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** For how many days after the child spoke an answer of the same agency still counts as one. */
export const DAYS_TO_ANSWER_A_CHILD = 28

/**
 * Where the child spoke, or was the one who raised something, and nobody answered: the agency saw no response,
 * and recorded none in the four weeks after (OLD-124). An answer of another agency does not close the gap.
 */
export function voiceGaps(sent: readonly SentEntry[]): readonly EntryId[] {
  return sent
    .filter((each) => isTheChilds(each.entry) && each.entry.responseSeen === 'none')
    .filter((each) => !sent.some((later) => answers(later, each)))
    .map(({ entry }) => entry.id)
}

function isTheChilds({ voice, raisedBy }: Entry): boolean {
  return voice.trim() !== '' || /^\s*(?:the )?(?:child|young person)\b/i.test(raisedBy)
}

function answers(later: SentEntry, { agency, entry }: SentEntry): boolean {
  const after = daysBetween(entry.on, later.entry.on)
  return (
    later.agency === agency &&
    later.entry.id !== entry.id &&
    later.entry.responseSeen === 'seen' &&
    after >= 0 &&
    after <= DAYS_TO_ANSWER_A_CHILD
  )
}

/** A time in which an agency recorded nothing, from its entry before to its entry after. */
export type QuietSpell = {
  readonly agency: AgencyId
  readonly from: Day
  readonly to: Day
  readonly days: number
}

/** As long as this is nothing to mention. */
const QUIET = 60

/** Where an agency recorded nothing for more than 60 days, between its first and its last entry, by day. */
export function quietSpells(merged: readonly SentEntry[]): readonly QuietSpell[] {
  const covered = new Map<AgencyId, Day>()
  const spells: QuietSpell[] = []
  for (const { agency, entry } of merged) {
    const from = covered.get(agency)
    if (from !== undefined) {
      const days = daysBetween(from, entry.on)
      if (days > QUIET) spells.push({ agency, from, to: entry.on, days })
    }
    const last = entry.until ?? entry.on
    if (from === undefined || last > from) covered.set(agency, last)
  }
  return spells
}
