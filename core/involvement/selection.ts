import type { Threshold } from '../cases/case-file.ts'
import type { AgencyId, CaseId } from '../ids.ts'
import type { Method } from '../method/method.ts'
import type { Reply } from './reply.ts'

/** What may be said of a case of the long list when cases are chosen: nothing of who the child is. */
export type SampleCase = { readonly id: CaseId; readonly reference: string; readonly threshold: Threshold }

/** A case with the agencies that know it: their number is its score (rules.md 2.3). */
export type Scored = Ranked<CaseId> & SampleCase & { readonly knownTo: readonly AgencyId[] }

/** The same with the ids as the screens have them. */
export type Ranked<Id extends string = string> = {
  readonly id: Id
  readonly reference: string
  readonly threshold: Threshold
  readonly knownTo: readonly string[]
}

type Sample = {
  readonly choose: Method['sample']['choose']
  readonly thresholds: readonly Wanted[]
}
type Wanted = Method['sample']['thresholds'][number]

/** The cases with who knows each, by score, then by reference. An agency that has not answered knows none. */
export function scoredCases(listed: readonly SampleCase[], replies: readonly Reply[]): readonly Scored[] {
  return listed.map((each) => ({ ...each, knownTo: agenciesThatKnow(each.id, replies) })).toSorted(byScore)
}

/** The number that the aid proposes when nobody asks for another: the middle of what the method allows. */
export function usualSize({ choose }: Pick<Sample, 'choose'>): number {
  return Math.floor((choose.from + choose.to) / 2)
}

/**
 * The aid's proposal of so many cases: the highest scores, with at least one case of each threshold that the
 * method wants and the list has (OLD-98). Equal scores go by reference. People choose.
 */
export function selectionAid<Id extends string>(
  { thresholds }: Pick<Sample, 'thresholds'>,
  cases: readonly Ranked<Id>[],
  size: number,
): readonly Id[] {
  const known = cases.filter(({ knownTo }) => knownTo.length > 0).toSorted(byScore)
  const chosen: Ranked<Id>[] = []
  for (const each of known) {
    const missing = thresholds.filter((wanted) => known.some(isAt(wanted)) && !chosen.some(isAt(wanted)))
    const room = size - chosen.length
    if (room <= 0) break
    if (missing.length < room || missing.some((wanted) => isAt(wanted)(each))) chosen.push(each)
  }
  return chosen.map(({ id }) => id)
}

/** How a choice stands against the method: how many, and the thresholds of which there is none. */
export type ChoiceCheck = {
  readonly number: 'too-few' | 'right' | 'too-many'
  readonly missing: readonly Wanted[]
}

export function checkChoice(
  { choose, thresholds }: Sample,
  chosen: readonly Pick<SampleCase, 'threshold'>[],
): ChoiceCheck {
  const number = chosen.length < choose.from ? 'too-few' : chosen.length > choose.to ? 'too-many' : 'right'
  return { number, missing: thresholds.filter((wanted) => !chosen.some(isAt(wanted))) }
}

/** Why a choice needs a reason, in the order in which people are told. */
export const REASONS_NEEDED = [
  'reason-for-unanswered',
  'reason-for-number',
  'reason-for-thresholds',
  'reason-for-other-than-the-aid',
] as const
export type ReasonNeeded = (typeof REASONS_NEEDED)[number]

/** What of a choice has to be explained: a number or a threshold off the rule, other cases than the aid's. */
export function reasonsNeeded<Id extends string>(
  sample: Sample,
  cases: readonly Ranked<Id>[],
  chosen: readonly Id[],
  unanswered: number,
): readonly ReasonNeeded[] {
  const check = checkChoice(
    sample,
    cases.filter(({ id }) => chosen.includes(id)),
  )
  const aid = selectionAid(sample, cases, chosen.length)
  const isTheAids = aid.length === chosen.length && aid.every((id) => chosen.includes(id))
  const needed: Readonly<Record<ReasonNeeded, boolean>> = {
    'reason-for-unanswered': unanswered > 0,
    'reason-for-number': check.number !== 'right',
    'reason-for-thresholds': check.missing.length > 0,
    'reason-for-other-than-the-aid': !isTheAids,
  }
  return REASONS_NEEDED.filter((name) => needed[name])
}

function agenciesThatKnow(id: CaseId, replies: readonly Reply[]): readonly AgencyId[] {
  return replies.flatMap((reply) =>
    reply.state === 'given' && reply.answers[id] === 'known' ? [reply.agency] : [],
  )
}

function byScore(one: Ranked, other: Ranked): number {
  const difference = other.knownTo.length - one.knownTo.length
  return difference === 0 ? (one.reference < other.reference ? -1 : 1) : difference
}

/** Early help that was closed since stands for early help. */
function isAt(wanted: Wanted): (of: Pick<SampleCase, 'threshold'>) => boolean {
  return ({ threshold }) =>
    threshold === wanted || (wanted === 'early-help' && threshold === 'early-help-closed')
}
