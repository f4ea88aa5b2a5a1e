import type { DutyId, EscalationId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Done, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { EscalationAnswer } from './commands.ts'
import { decideEscalation } from './decide.ts'
import type { EscalationAnswerRefused } from './decide.ts'
import { escalationDeedOf } from './deeds.ts'
import type { EscalationDeed } from './deeds.ts'
import type { Escalation } from './escalation.ts'

type Refused = EscalationAnswerRefused | 'not-yours-to-answer' | 'changed-meanwhile' | 'cannot-be-asked'

/** `no-such-escalation` is also the answer to everyone whom it does not concern: the two look the same. */
export type AnswerEscalationRefused = Refused | 'no-such-escalation'
export type AnswerEscalationDutyRefused = Refused | 'no-such-duty'

/** As saved, and what was done. No word that was typed is in it: the answer is kept under its key. */
export type AnsweredEscalation = {
  readonly id: EscalationId
  readonly version: number
  readonly deed: EscalationDeed
}

/** Answers about an escalation: the one way for cards, tab and browser. */
export async function answerEscalation(
  deps: Deps,
  input: { readonly escalation: EscalationId; readonly answer: EscalationAnswer; readonly version?: number },
): Outcome<AnsweredEscalation, AnswerEscalationRefused> {
  const { reads, actor } = deps
  const escalation = await reads.escalations.find(input.escalation)
  if (!escalation || !may.seeEscalation(actor, escalation)) return refused('no-such-escalation')
  if (!may.answerEscalation(actor, escalation, input.answer.deed)) return refused('not-yours-to-answer')
  if (input.version !== undefined && input.version !== escalation.version) return refused('changed-meanwhile')
  return decided(deps, escalation, input.answer)
}

/** The same from a card: the duty is only a pointer, and one that was answered before changes nothing. */
export async function answerEscalationDuty(
  deps: Deps,
  { duty: id, answer }: { readonly duty: DutyId; readonly answer: EscalationAnswer },
): Outcome<AnsweredEscalation, AnswerEscalationDutyRefused> {
  const { reads, actor } = deps
  const duty = await reads.duty(id)
  const escalation =
    duty?.subject.kind === 'escalation' ? await reads.escalations.find(duty.subject.id) : undefined
  if (!duty || !escalation || !may.seeEscalation(actor, escalation)) return refused('no-such-duty')
  if (!actor.posts.has(duty.owes) || !may.answerEscalation(actor, escalation, answer.deed))
    return refused('not-yours-to-answer')
  if (duty.closed) return refused('already-answered')
  return decided(deps, escalation, answer)
}

async function decided(
  { reads, actor, now, today, calendar }: Deps,
  escalation: Escalation,
  answer: EscalationAnswer,
): Promise<Result<Done<AnsweredEscalation>, Refused>> {
  if (answer.deed === 'deny-kept' || answer.deed === 'step-up') {
    const posts = await reads.escalations.posts()
    const to = posts.find(({ id }) => id === answer.addressee)
    if (!to) return refused('cannot-be-asked')
    if (to.own) return refused('asks-the-raiser')
  }
  const decision = decideEscalation(escalation, answer, { now, today, calendar })
  if (!decision.ok) return decision
  const { id, version } = escalation
  const deed = escalationDeedOf(answer.deed, escalation)
  return ok({
    value: { id, version: version + 1, deed },
    changes: [{ kind: 'escalation', escalation: decision.value }],
    happened: [
      {
        kind: 'done',
        on: { kind: 'escalation', id },
        deed,
        post: may.escalatesAs(actor, escalation, answer.deed),
      } as const,
    ],
  })
}
