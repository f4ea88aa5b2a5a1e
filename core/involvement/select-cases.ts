import type { DeedDone } from '../happened.ts'
import type { ReplyId, RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { openReturns } from '../returns/open-returns.ts'
import type { Round } from '../round/round.ts'
import type { Choice, SelectCases } from './commands.ts'
import { reasonsNeeded, scoredCases } from './selection.ts'
import type { ReasonNeeded, Scored } from './selection.ts'

/** `no-such-round` is also the answer to everyone whom the round does not concern: the two look the same. */
export type SelectRefused =
  | 'no-such-round'
  | 'not-yours-to-select'
  | 'list-was-not-sent'
  | 'cases-are-chosen'
  | 'changed-meanwhile'
  | 'not-on-the-list'
  | 'lead-agency-does-not-know'
  | ReasonNeeded

/** The round as saved. */
export type CasesSelected = { readonly id: RoundId; readonly version: number; readonly cases: number }

/**
 * Chooses the cases that are evaluated (OLD-97, OLD-98): from then on each has its file, every agency that knows
 * it owes its return, each collator its collation, and nobody is asked about the list any more. What is not the rule's choice needs a reason; a reason
 * that nothing needs is not kept.
 */
export async function selectCases(
  { reads, actor, now, ids }: Deps,
  {
    round: id,
    said,
    version,
  }: { readonly round: RoundId; readonly said: SelectCases; readonly version?: number | undefined },
): Outcome<CasesSelected, SelectRefused> {
  const round = await reads.round(id)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.seeChoice(actor)) return refused('not-yours-to-select')
  if (round.state === 'draft' || round.state === 'approved') return refused('list-was-not-sent')
  if (round.state !== 'list-sent' || !may.selectCases(actor, round)) return refused('cases-are-chosen')
  if (version !== undefined && version !== round.version) return refused('changed-meanwhile')

  const replies = await reads.repliesOf(id)
  const cases = scoredCases(await reads.sampleOf(id), replies)
  const wrong = whatIsWrong(said.cases, cases)
  if (wrong) return refused(wrong)
  const chosen = said.cases.map((each) => each.case)
  const unanswered = replies.filter(({ state }) => state !== 'given').length
  const [needed] = reasonsNeeded(round.method.sample, cases, chosen, unanswered)
  if (needed && said.reason === null) return refused(needed)

  const reason = needed ? said.reason : null
  const evaluating: Round = {
    ...round,
    state: 'evaluating',
    selectedAt: now,
    reason,
    releasedToQa: null,
    releasedToPanel: null,
    meeting: null,
    calledOff: 0,
  }
  const opened = openReturns({ round, replies, chosen: withCases(said.cases, cases), now, ids })
  return ok({
    value: { id, version: round.version + 1, cases: chosen.length },
    changes: [
      { kind: 'round', round: evaluating },
      ...replies.map((reply) => ({ kind: 'reply', reply: { ...reply, endedAt: now } }) as const),
      ...opened.changes,
    ],
    happened: [
      { kind: 'done', on: { kind: 'round', id }, deed: 'selected-cases', post: null },
      ...replies.map(({ id: reply }) => endedAsking(reply)),
      ...opened.happened,
    ],
  })
}

/** Whoever changes an answer in the same moment comes before the choice, or finds that nothing is asked any more. */
function endedAsking(id: ReplyId): DeedDone<'reply'> {
  return { kind: 'done', on: { kind: 'reply', id }, deed: 'ended-asking', post: null }
}

function whatIsWrong(
  choices: readonly Choice[],
  cases: readonly Scored[],
): 'not-on-the-list' | 'lead-agency-does-not-know' | undefined {
  const twice = new Set(choices.map((each) => each.case)).size < choices.length
  const found = withCases(choices, cases)
  if (twice || found.length < choices.length) return 'not-on-the-list'
  const led = found.every(({ of, leadAgency }) => of.knownTo.includes(leadAgency))
  return led ? undefined : 'lead-agency-does-not-know'
}

/** The chosen cases in the order of their references. */
function withCases(choices: readonly Choice[], cases: readonly Scored[]) {
  return cases
    .flatMap((of) => {
      const choice = choices.find((each) => each.case === of.id)
      return choice ? [{ of, leadAgency: choice.leadAgency }] : []
    })
    .toSorted((one, other) => (one.of.reference < other.of.reference ? -1 : 1))
}
