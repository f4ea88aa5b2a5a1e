import { answerDuty } from '#core/actions/answer-duty.ts'
import type { Deed } from '#core/actions/commands.ts'
import { answerForm } from '#core/close-the-loop/answer-form.ts'
import type { FormAct } from '#core/close-the-loop/commands.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import type { FormId } from '#core/ids.ts'
import { may } from '#core/people/may.ts'
import type { Deps, Outcome } from '#core/ports.ts'
import { ok, refused } from '#core/result.ts'

import type { Played, Stage } from '../../story.ts'
import type { Does } from '../step.ts'
import { personOf } from './stage.ts'

type Doing<K extends Does['kind']> = Extract<Does, { kind: K }>

export async function answersAction(
  { house }: Stage,
  by: string,
  { number, answer }: Doing<'answer-action'>,
): Played {
  const duty = await house.openDuty(number)
  return duty ? house.run(personOf(by), answerDuty, { duty: duty.id, answer }) : refused('no-such-duty')
}

export async function answersForm(
  { house }: Stage,
  by: string,
  { case: of, answer }: Doing<'answer-form'>,
): Played {
  const form = await house.find.form(of)
  if (!form) return refused('no-such-form')
  if (answer.deed !== 'release') return house.run(personOf(by), answerForm, { form, answer })
  const draft = await house.run(personOf(by), seeDraft, { form })
  if (!draft.ok) return draft
  return house.run(personOf(by), answerForm, { form, answer: { deed: 'release', ...draft.value } })
}

export async function writesForm(
  { house }: Stage,
  by: string,
  { case: of, part }: Doing<'write-form'>,
): Played {
  const form = await house.find.form(of)
  if (!form) return refused('no-such-form')
  const written = await house.run(personOf(by), answerForm, { form, answer: { deed: 'write', ...part } })
  return written.ok ? house.run(personOf(by), answerForm, { form, answer: { deed: 'send' } }) : written
}

/** Whether somebody else, or a newcomer, has done it already or something in its place. */
export async function stillFits({ house }: Stage, does: Does): Promise<boolean> {
  if (does.kind === 'answer-action')
    return (await house.openDuty(does.number))?.kind === OF_ACTION[does.answer.deed]
  if (does.kind === 'answer-form' || does.kind === 'write-form') {
    const form = await house.find.form(does.case)
    const open = form ? await house.find.open(form) : []
    const deed = does.kind === 'write-form' ? 'write' : does.answer.deed
    return open.some((kind) => OF_FORM[deed].includes(kind))
  }
  if (does.kind !== 'record-action') return true
  const isThere = await house.find.action(does.number)
  return isThere === undefined && (await house.find.action('A6')) === 'withdrawn'
}

/** The words that the lead person releases: those of the draft. */
async function seeDraft(
  { reads, actor }: Deps,
  { form: id }: { readonly form: FormId },
): Outcome<{ readonly good: string; readonly asked: string }, 'no-such-form'> {
  const form = await reads.form(id)
  if (!form || !may.seeForm(actor, form)) return refused('no-such-form')
  return ok({ value: { good: form.good, asked: form.asked }, changes: [], happened: [] })
}

/** Which duty each deed answers. */
const OF_ACTION: Readonly<Record<Deed, DutyKind>> = {
  'report-done': 'do-action',
  'ask-for-time': 'do-action',
  question: 'do-action',
  confirm: 'say-whether-it-happened',
  dispute: 'say-whether-it-happened',
  'agree-time': 'answer-more-time',
  'keep-day': 'answer-more-time',
  'keep-action': 'answer-question',
  withdraw: 'answer-question',
  update: 'update-action',
  seen: 'see-ended',
  'wait-longer': 'consider-step-up',
  'say-impact': 'check-impact',
}

const OF_FORM: Readonly<Record<FormAct, readonly DutyKind[]>> = {
  release: ['release-form'],
  see: ['see-form'],
  write: ['see-form', 'write-form'],
  send: ['write-form'],
  sign: ['sign-form'],
  'send-back': ['review-form'],
  close: ['review-form'],
  ask: ['see-form', 'write-form'],
  explain: ['answer-form-question'],
  correct: ['answer-form-question'],
  'record-for-worker': ['see-form', 'write-form'],
  'propose-times': [],
  'record-meeting': [],
  log: [],
  'take-back': [],
  'take-back-signature': [],
}
