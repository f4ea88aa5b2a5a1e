import { namesTheChild } from '../cases/case.ts'
import type { ChildIdentity } from '../cases/case.ts'
import type { DeedDone } from '../happened.ts'
import type { DutyId, FormId, PersonId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Done, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { FormAct, FormAnswer } from './commands.ts'
import { isOthers } from './decide-beside.ts'
import { decideForm } from './decide.ts'
import type { FormAnswerRefused } from './decide.ts'
import { DEED_OF } from './deeds.ts'
import type { FormDeed } from './deeds.ts'
import { endedMeeting } from './ended-meeting.ts'
import type { Form } from './form.ts'
import { notesOf, setAside } from './notes.ts'

type Refused =
  | FormAnswerRefused
  | 'not-yours-to-answer'
  | 'changed-meanwhile'
  | 'good-names-the-child'
  | 'asked-names-the-child'

/** `no-such-form` is also the answer to everyone whom it does not concern: the two look the same. */
export type AnswerFormRefused = Refused | 'no-such-form'
export type AnswerFormDutyRefused = Refused | 'no-such-duty'

/** The form that the answer changed, as saved. No word that was typed is in it: the answer is kept under its key. */
export type AnsweredForm = { readonly form: FormId; readonly version: number }

/**
 * Answers about a close-the-loop form: the one way for cards, tab and browser. What the lead person releases
 * must not name the child, since it stands on the worker's card.
 */
export async function answerForm(
  deps: Deps,
  input: { readonly form: FormId; readonly answer: FormAnswer; readonly version?: number },
): Outcome<AnsweredForm, AnswerFormRefused> {
  const form = await deps.reads.form(input.form)
  if (!form || !may.seeForm(deps.actor, form)) return refused('no-such-form')
  if (!may.ownForm(deps.actor, form, input.answer.deed)) return refused('not-yours-to-answer')
  if (input.version !== undefined && input.version !== form.version) return refused('changed-meanwhile')
  return decided(deps, form, input.answer)
}

/** The same from a card: the duty is only a pointer, and one that was answered before changes nothing. */
export async function answerFormDuty(
  deps: Deps,
  { duty: id, answer }: { readonly duty: DutyId; readonly answer: FormAnswer },
): Outcome<AnsweredForm, AnswerFormDutyRefused> {
  const duty = await deps.reads.duty(id)
  const form = duty?.subject.kind === 'form' ? await deps.reads.form(duty.subject.id) : undefined
  if (!duty || !form || !may.seeForm(deps.actor, form)) return refused('no-such-duty')
  if (!may.ownForm(deps.actor, form, answer.deed)) return refused('not-yours-to-answer')
  if (duty.closed) return refused('already-answered')
  return decided(deps, form, answer)
}

async function decided(
  { reads, actor, now, today }: Deps,
  form: Form,
  answer: FormAnswer,
): Promise<Result<Done<AnsweredForm>, Refused>> {
  const decision = decideForm(form, answer, now, today, actor.person)
  if (!decision.ok) return decision
  const named =
    answer.deed === 'release' || answer.deed === 'correct'
      ? namedIn(answer, await reads.childOf(form.case))
      : undefined
  if (named) return refused(named)
  const post = may.actsAs(actor, form, answer.deed)
  const notes = [
    ...notesOf(form, answer, actor.person, today),
    ...(goesOnWithout(form, answer.deed, actor.person) ? setAside(form) : []),
  ]
  const happened = deedsOf(form, answer.deed).map((deed): DeedDone<'form'> => {
    return { kind: 'done', on: { kind: 'form', id: form.id }, deed, post }
  })
  return ok({
    value: { form: form.id, version: form.version + 1 },
    writes: [
      ...notes.map((note) => ({ kind: 'form-note', form: form.id, note }) as const),
      ...(await endedMeeting(reads, form, decision.value)),
    ],
    changes: [{ kind: 'form', form: decision.value }],
    happened,
  })
}

/** Whoever records for the worker, or follows them, goes on without what they had written. */
function goesOnWithout(form: Form, act: FormAct, by: PersonId): boolean {
  return act === 'record-for-worker' || (act === 'write' && isOthers(form, by))
}

/** Without the child's name at hand nothing can be checked, so nothing goes out. */
function namedIn(
  { good, asked }: { readonly good: string; readonly asked: string },
  child: ChildIdentity | undefined,
): 'good-names-the-child' | 'asked-names-the-child' | undefined {
  if (!child || namesTheChild(good, child)) return 'good-names-the-child'
  return namesTheChild(asked, child) ? 'asked-names-the-child' : undefined
}

/** Whoever writes has seen it. */
function deedsOf(before: Form, act: FormAct): readonly FormDeed[] {
  return act === 'write' && before.state === 'released' ? ['saw-form', 'wrote-in-form'] : [DEED_OF[act]]
}
