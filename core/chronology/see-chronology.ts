import type { CaseId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { lookBackFrom } from '../returns/look-back.ts'
import { memberOf } from '../round/round.ts'
import type { Round } from '../round/round.ts'
import { mergeEntries, quietSpells, voiceGaps } from './merge.ts'
import type { SentEntry } from './merge.ts'
import type { SentChronologies, SentStanding } from './sent.ts'
import type { ChronologyView, MergedEntryView } from './views.ts'
import { chronologyInWords, standingOf, whenInWords, withYear } from './words.ts'

/** `no-such-case-file` is also the answer to everyone who may not see the case: the two look the same. */
export type ChronologyRefused = 'no-such-case-file' | 'not-released-to-you'

/** Shows the chronologies of a case as one, to those to whom they were released. The view is audited. */
export async function seeChronology(
  { reads, actor }: Deps,
  { case: id }: { readonly case: CaseId },
): Outcome<ChronologyView, ChronologyRefused> {
  const file = await reads.caseFile(id)
  if (!file || !may.seeCase(actor, file)) return refused('no-such-case-file')
  const round = await reads.round(file.round)
  if (!round) return refused('no-such-case-file')
  if (!may.seeChronology(actor, round, file)) return refused('not-released-to-you')
  const view = chronologyOf(round, await reads.sentChronologies(id))
  return ok({
    value: { case: id, reference: file.reference, ...view, may: { makePaper: may.makePapers(actor) } },
    changes: [],
    happened: [{ kind: 'case-material-seen', case: id, what: 'chronology' }],
  })
}

/** The merged chronology with its gaps, quiet spells, and what is missing in it. */
export function chronologyOf(
  round: Round,
  { entries, standings }: SentChronologies,
): Omit<ChronologyView, 'case' | 'reference' | 'may'> {
  const from = lookBackFrom(round.start, round.method.sample.lookBackMonths)
  const order = round.members.map(({ agency }) => agency)
  const merged = mergeEntries(entries, order)
  const gaps = new Set(voiceGaps(merged))
  const name = (agency: SentEntry['agency']) => memberOf(round, agency)?.name ?? 'An agency'
  const shown = merged.map(({ agency, entry }): MergedEntryView => {
    const gap = gaps.has(entry.id) ? 'voice' : entry.responseSeen === 'none' ? 'response' : null
    const { version: _, ...fields } = entry
    return {
      ...fields,
      agency,
      agencyName: name(agency),
      when: whenInWords(entry),
      gap,
      beforeLookBack: entry.on < from,
    }
  })
  const agencies = inOrder(standings, order).map((each) => ({
    agency: each.agency,
    name: name(each.agency),
    ...standingOf(each, entries.filter(({ agency }) => agency === each.agency).length),
  }))
  return {
    round: { id: round.id, code: round.code, theme: round.theme },
    says: chronologyInWords(shown, agencies),
    lookBackWords: withYear(from),
    entries: shown,
    quiet: quietSpells(merged).map(({ agency, from: since, to, days }) => ({
      agency,
      to,
      words: `${name(agency)} recorded nothing for ${days} days, from ${withYear(since)} to ${withYear(to)}.`,
    })),
    agencies,
  }
}

function inOrder(standings: readonly SentStanding[], order: readonly string[]): readonly SentStanding[] {
  return standings.toSorted((one, other) => order.indexOf(one.agency) - order.indexOf(other.agency))
}
