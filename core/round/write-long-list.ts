import type { CaseId, Ids, RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import type { Result } from '../result.ts'
import { ok, refused } from '../result.ts'
import type { ListedInput, WriteLongList } from './commands.ts'
import type { ListedCase } from './long-list.ts'
import type { RoundSaved } from './set-up-round.ts'
import { prefixOf } from './spoken.ts'

export type WriteListRefused =
  | 'no-such-round'
  | 'not-yours-to-set-up'
  | 'list-was-sent'
  | 'list-is-too-long'
  | 'reference-twice'
  | 'reference-of-another-round'
  | 'born-in-the-future'
  | 'changed-meanwhile'

/** Writes the long list as a whole (OLD-95). A case that stays keeps its reference. */
export async function writeLongList(
  { reads, actor, today, ids }: Deps,
  input: { readonly round: RoundId; readonly version?: number; readonly said: WriteLongList },
): Outcome<RoundSaved, WriteListRefused> {
  const round = await reads.round(input.round)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.setUpRound(actor)) return refused('not-yours-to-set-up')
  if (input.version !== undefined && input.version !== round.version) return refused('changed-meanwhile')
  if (!may.changeRound(actor, round)) return refused('list-was-sent')
  const { cases } = input.said
  if (cases.length > round.method.sample.longList) return refused('list-is-too-long')
  if (cases.some(({ born }) => born !== null && born > today)) return refused('born-in-the-future')
  const listed = referred(cases, prefixOf(round.code), await reads.rounds.longList(round.id), ids)
  if (!listed.ok) return listed
  const { id, code, version } = round
  return ok({
    value: { id, code, version: version + 1 },
    writes: [{ kind: 'long-list', round: id, code, cases: listed.value }],
    changes: [{ kind: 'round', round }],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: 'wrote-long-list', post: null }],
  })
}

/**
 * Gives each case its reference. Those without one get the free numbers in an order that says nothing, so that a
 * reference does not tell the place in the list that somebody pasted.
 */
export function referred(
  cases: readonly ListedInput[],
  prefix: string,
  before: readonly ListedCase[],
  ids: Ids,
): Result<readonly ListedCase[], 'reference-twice' | 'reference-of-another-round'> {
  const given = cases.flatMap(({ reference }) => (reference === undefined ? [] : [reference]))
  if (new Set(given).size < given.length) return refused('reference-twice')
  if (given.some((reference) => !reference.startsWith(`${prefix}-`)))
    return refused('reference-of-another-round')
  const drawn = Array.from({ length: cases.length }, (_, n) => `${prefix}-${String(n + 1).padStart(2, '0')}`)
    .filter((reference) => !given.includes(reference))
    .map((reference) => ({ reference, by: ids.next<CaseId>() }))
    .toSorted((one, other) => (one.by < other.by ? -1 : 1))
  const listed = cases.map(({ reference = drawn.pop()?.reference ?? '', ...said }) => ({
    ...said,
    reference,
    id: before.find((known) => known.reference === reference)?.id ?? ids.next<CaseId>(),
  }))
  return ok(listed.toSorted((one, other) => (one.reference < other.reference ? -1 : 1)))
}
