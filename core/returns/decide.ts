import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Collation } from './collation.ts'
import type { Signing } from './commands.ts'
import { isOwed } from './duties-of.ts'
import { isIn } from './return.ts'
import type { Part, PartName, Return } from './return.ts'

/** The first word written turns a part into a draft; undefined when it is one already. */
export function begin(of: Return, part: PartName): Return | undefined {
  if (part === 'chronology')
    return of.scope !== 'out' && of.chronology.state === 'not-started'
      ? { ...of, chronology: { ...of.chronology, state: 'draft' } }
      : undefined
  return of.scope === 'in' && of.evaluation.state === 'not-started'
    ? { ...of, evaluation: { ...of.evaluation, state: 'draft' } }
    : undefined
}

/** The chronology is sent. A late one is taken: its lateness is seen from its day (decisions.md 1). */
export function sendsChronology(of: Return, now: Moment): Result<Return, 'was-sent'> {
  if (of.scope === 'out' || !isOwed(of.chronology)) return refused('was-sent')
  const { due, opening } = of.chronology
  return ok({ ...of, chronology: { due, opening, state: 'submitted', at: now } })
}

/** The evaluation is signed off and sent with the agency's own grade. */
export function sendsEvaluation(
  of: Return,
  { grade, ...signOff }: Signing,
  now: Moment,
): Result<Return, 'was-sent'> {
  if (of.scope !== 'in' || !isOwed(of.evaluation)) return refused('was-sent')
  const { due, opening } = of.evaluation
  return ok({
    ...of,
    evaluation: {
      due,
      opening,
      state: 'submitted',
      at: now,
      signOff: { ...signOff, on: dayOf(now) },
      grade,
    },
  })
}

/** Whoever asked for it takes it as it is. When it was sent stays: lateness is seen from it. */
export function accepts(of: Return, part: PartName): Result<Return, 'nothing-to-judge'> {
  if (part === 'chronology') {
    if (of.scope === 'out' || of.chronology.state !== 'submitted') return refused('nothing-to-judge')
    return ok({ ...of, chronology: { ...of.chronology, state: 'accepted' } })
  }
  if (of.scope !== 'in' || of.evaluation.state !== 'submitted') return refused('nothing-to-judge')
  return ok({ ...of, evaluation: { ...of.evaluation, state: 'accepted' } })
}

/** Whoever asked for it wants something put right: it is owed again, on its day, in a new opening. */
export function sendsBack(
  of: Return,
  part: PartName,
  comment: string,
  now: Moment,
): Result<Return, 'nothing-to-judge'> {
  if (part === 'chronology') {
    if (of.scope === 'out' || of.chronology.state !== 'submitted') return refused('nothing-to-judge')
    return ok({ ...of, chronology: again(of.chronology, comment, now) })
  }
  if (of.scope !== 'in' || of.evaluation.state !== 'submitted') return refused('nothing-to-judge')
  return ok({ ...of, evaluation: again(of.evaluation, comment, now) })
}

/** The collator's view of the impact goes to the partnership with what its agencies sent (OLD-117). */
export function sendsOn(of: Collation, statement: string, now: Moment): Result<Collation, 'was-sent-on'> {
  return of.state === 'sent' ? refused('was-sent-on') : ok({ ...of, state: 'sent', sentAt: now, statement })
}

/** Which of the agencies that have to send for a collation have not sent both parts by now. */
export function notIn(inputs: readonly Return[]): readonly Return[] {
  return inputs.filter((of) => of.scope === 'in' && !(isIn(of.chronology) && isIn(of.evaluation)))
}

/** The returns that a collator brings together for one case. */
export function inputsOf({ lead }: Pick<Collation, 'lead'>, returns: readonly Return[]): readonly Return[] {
  return returns.filter(({ way, owedTo }) => way !== 'direct' && owedTo === lead)
}

function again(
  { due, opening }: { readonly due: Day; readonly opening: number },
  comment: string,
  at: Moment,
) {
  return { due, opening: opening + 1, state: 'sent-back', at, comment } as const satisfies Part
}
