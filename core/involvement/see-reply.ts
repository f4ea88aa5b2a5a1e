import { ageInWords } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { momentInWords } from '../calendar/words.ts'
import type { ReplyId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Actor } from '../people/post.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { lookBackFrom } from '../returns/look-back.ts'
import type { ListedCase } from '../round/long-list.ts'
import { memberOf } from '../round/round.ts'
import type { Round } from '../round/round.ts'
import { THRESHOLDS } from '../round/words.ts'
import type { Reply } from './reply.ts'
import type { SampleCase } from './selection.ts'
import type { ListedChild, ReplyView } from './views.ts'

/**
 * Shows one agency's long list with its answers. Who the children are is shown from the receipt until the cases
 * are chosen; the view is audited for each child before the answer leaves.
 */
export async function seeReply(
  { reads, actor, today }: Deps,
  { reply: id }: { readonly reply: ReplyId },
): Outcome<ReplyView, 'no-such-reply'> {
  const reply = await reads.reply(id)
  const round = reply && (await reads.round(reply.round))
  if (!reply || !round || !may.seeReply(actor, reply)) return refused('no-such-reply')
  const shown = reply.state !== 'asked' && may.seeLongList(actor, round)
  const children = shown ? await reads.rounds.longList(round.id) : []
  const seen = children.filter((each) => reply.cases.includes(each.id))
  return ok({
    value: viewOf(reply, round, await reads.sampleOf(round.id), seen, actor, today),
    changes: [],
    happened: seen.map((each) => ({ kind: 'case-material-seen', case: each.id, what: 'long-list' }) as const),
  })
}

function viewOf(
  reply: Reply,
  round: Round,
  sample: readonly SampleCase[],
  children: readonly ListedCase[],
  actor: Actor,
  today: Day,
): ReplyView {
  const asked = reply.endedAt === null && may.answerReply(actor, reply)
  const { start, method } = round
  return {
    id: reply.id,
    version: reply.version,
    code: reply.code,
    theme: round.theme,
    agency: memberOf(round, reply.agency)?.name ?? '',
    state: reply.state,
    receiptDue: reply.receiptDue,
    answersDue: reply.answersDue,
    receivedOn: reply.state === 'asked' ? null : momentInWords(reply.receivedAt, today),
    givenOn: reply.state === 'given' ? momentInWords(reply.givenAt, today) : null,
    lookBack: { from: lookBackFrom(start, method.sample.lookBackMonths), to: start },
    chosen: reply.endedAt !== null,
    cases: sample
      .filter(({ id }) => reply.cases.includes(id))
      .map(({ id, reference, threshold }) => ({
        id,
        reference,
        threshold: THRESHOLDS[threshold],
        answer: reply.state === 'given' ? (reply.answers[id] ?? null) : null,
        child: childOf(
          children.find((each) => each.id === id),
          today,
        ),
      })),
    may: { confirmReceipt: asked && reply.state === 'asked', answer: asked && reply.state !== 'asked' },
  }
}

function childOf(listed: ListedCase | undefined, today: Day): ListedChild | null {
  if (!listed) return null
  const { name, born, adults } = listed
  return { name, born, age: ageInWords(born, today), adults: [...adults] }
}
