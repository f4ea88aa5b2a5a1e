import { momentInWords } from '#core/calendar/words.ts'
import type { RoundId } from '#core/ids.ts'
import type { Reply } from '#core/involvement/reply.ts'
import { scoredCases, selectionAid, usualSize } from '#core/involvement/selection.ts'
import type { Scored } from '#core/involvement/selection.ts'
import type { ChoiceView } from '#core/involvement/views.ts'
import { may } from '#core/people/may.ts'
import type { Result } from '#core/result.ts'
import { ok, refused } from '#core/result.ts'
import { dueOn } from '#core/round/days.ts'
import type { Round } from '#core/round/round.ts'
import { THRESHOLDS } from '#core/round/words.ts'

import { findFilesOf } from './case-files.ts'
import { findSampleOf } from './involvement-reads.ts'
import { postNames } from './people.ts'
import { findRepliesOf } from './replies.ts'
import { findRound } from './rounds.ts'
import type { Seen } from './seen.ts'

type NotShown = 'no-such-round' | 'not-yours-to-select'

/** The long list against the agencies, the scores and what the aid proposes: never who a child is. */
export async function viewChoice(seen: Seen, id: RoundId): Promise<Result<ChoiceView, NotShown>> {
  const { trx, actor, today } = seen
  const round = await findRound(trx, id)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.seeChoice(actor)) return refused('not-yours-to-select')
  const replies = await findRepliesOf(trx, id)
  const files = await findFilesOf(trx, id)
  const cases = scoredCases(await findSampleOf(trx, id), replies)
  const { sample } = round.method
  return ok({
    id,
    version: round.version,
    code: round.code,
    theme: round.theme,
    state: stateOf(round),
    due: dueOn(round, 'select'),
    sample: { choose: sample.choose, thresholds: [...sample.thresholds] },
    agencies: await agenciesOf(seen, round, replies),
    cases: cases.map((each) => caseView(each, replies)),
    aids: sizesOf(sample.choose).map((size) => ({ size, cases: [...selectionAid(sample, cases, size)] })),
    usualSize: usualSize(sample),
    chosen: files.map((file) => ({ case: file.id, leadAgency: file.leadAgency })),
    chosenOn: 'selectedAt' in round ? momentInWords(round.selectedAt, today) : null,
    reason: 'reason' in round ? round.reason : null,
    may: { choose: may.selectCases(actor, round) },
  })
}

function stateOf({ state }: Round): ChoiceView['state'] {
  if (state === 'draft' || state === 'approved') return 'not-sent'
  return state === 'list-sent' ? 'open' : 'chosen'
}

/** In the round's order, with whom to ring when an answer is missing. */
async function agenciesOf(
  { trx, today }: Seen,
  { members }: Round,
  replies: readonly Reply[],
): Promise<ChoiceView['agencies']> {
  const names = await postNames(
    trx,
    members.map(({ lead }) => lead),
    today,
  )
  return members.map(({ agency, name, lead }) => ({
    id: agency,
    name,
    lead: names.get(lead)?.holder ?? null,
    state: replies.find((reply) => reply.agency === agency)?.state ?? 'asked',
  }))
}

function caseView(of: Scored, replies: readonly Reply[]): ChoiceView['cases'][number] {
  const answers = replies.flatMap((reply) => {
    const answer = reply.state === 'given' ? reply.answers[of.id] : undefined
    return answer === undefined ? [] : [[reply.agency, answer] as const]
  })
  return {
    id: of.id,
    reference: of.reference,
    threshold: of.threshold,
    thresholdWords: THRESHOLDS[of.threshold],
    answers: Object.fromEntries(answers),
    knownTo: [...of.knownTo],
  }
}

function sizesOf({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}
