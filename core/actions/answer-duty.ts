import type { ActionId, DutyId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Answer } from './commands.ts'
import { decide } from './decide.ts'
import type { AnswerRefused } from './decide.ts'

/** `no-such-duty` is also the answer to everyone whom it does not concern: the two look the same. */
export type AnswerDutyRefused = AnswerRefused | 'no-such-duty' | 'not-yours-to-answer' | 'changed-meanwhile'

/** The action that the answer changed, as saved. No word that was typed is in it: the answer is kept under its key. */
export type Answered = { readonly action: ActionId; readonly version: number }

/**
 * Answers what is owed: the one way for cards, tab and browser. The duty is only a pointer; the action is
 * loaded and the person is asked for again. A duty that was answered before changes nothing.
 */
export async function answerDuty(
  { reads, actor, now, today }: Deps,
  {
    duty: id,
    answer,
    version,
  }: { readonly duty: DutyId; readonly answer: Answer; readonly version?: number },
): Outcome<Answered, AnswerDutyRefused> {
  const duty = await reads.duty(id)
  const action = duty?.subject.kind === 'action' ? await reads.action(duty.subject.id) : undefined
  if (!duty || !action || !may.seeAction(actor, action)) return refused('no-such-duty')
  if (!actor.posts.has(duty.owes)) return refused('not-yours-to-answer')
  if (duty.closed) return refused('already-answered')
  if (version !== undefined && version !== action.version) return refused('changed-meanwhile')
  if (!may.answer(actor, action, answer.deed)) return refused('not-yours-to-answer')
  const decision = decide(action, answer, now, today)
  if (!decision.ok) return decision
  const { deed, ...said } = answer
  // What was left empty is no word.
  const texts = Object.fromEntries(
    Object.entries(said).flatMap(([field, text]) => (text ? [[field, text] as const] : [])),
  )
  return ok({
    value: { action: action.id, version: action.version + 1 },
    changes: [{ kind: 'action', action: decision.value }],
    happened: [{ kind: 'action-answered', action: action.id, deed, duty: id, post: duty.owes, texts }],
  })
}
