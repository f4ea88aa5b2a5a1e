import type { Action, ActionState } from '../../actions/action.ts'
import { daysBetween } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import type { Moment } from '../../calendar/moment.ts'
import { dueInWords, shortWords } from '../../calendar/words.ts'
import { capital } from '../../capital.ts'
import type { FormState } from '../../close-the-loop/form.ts'
import { countOf } from '../../count.ts'
import type { Part } from '../../returns/return.ts'
import type { PackRow, PackView } from './views.ts'

/** What the subgroup's list is made of: references, states and days, never a name or a text. */
export type PackFacts = {
  readonly cases: readonly string[]
  readonly forms: readonly PackForm[]
  readonly actions: readonly PackAction[]
  readonly parts: readonly PackPart[]
}

export type PackForm = {
  readonly reference: string
  readonly state: FormState
  readonly due: Day
  /** When the lead person signed: from then on it is returned. */
  readonly signedAt: Moment | null
}
export type PackAction = { readonly reference: string } & Pick<Action, 'state' | 'due'>
/** A half of an agency's return, when it was asked for. */
export type PackPart = {
  readonly reference: string
  readonly state: Part['state']
  readonly due: Day
  readonly at: Moment | null
}

/** The subgroup's week-7 list: per case the form, the actions, the returns that were late (rules.md 2.5). */
export function packOf(
  { cases, forms, actions, parts }: PackFacts,
  today: Day,
): Pick<PackView, 'rows' | 'totals'> {
  const rows = cases.toSorted().map((reference): PackRow => {
    const form = forms.find((each) => each.reference === reference)
    return {
      reference,
      form: formOf(form, today),
      actions: countActions(
        actions.filter((each) => each.reference === reference),
        today,
      ),
      returnsLate: parts.filter((part) => part.reference === reference && wasLate(part, today)).length,
    }
  })
  const withForm = (...standings: readonly PackRow['form']['standing'][]) =>
    rows.filter(({ form }) => standings.includes(form.standing)).length
  return {
    rows,
    totals: {
      forms: rows.length - withForm('none'),
      returned: withForm('returned', 'returned-late'),
      returnedLate: withForm('returned-late'),
      missing: withForm('missing'),
      actions: countActions(actions, today),
      returnsLate: rows.reduce((sum, { returnsLate }) => sum + returnsLate, 0),
    },
  }
}

/** "3 of 5 forms are returned, 1 of them late. 1 is missing. 2 actions are late." */
export function packInWords({ forms, returned, returnedLate, missing, actions }: PackView['totals']): string {
  return [
    forms === 0
      ? 'No form was asked for.'
      : `${returned} of ${forms} forms ${returned === 1 ? 'is' : 'are'} returned${returnedLate > 0 ? `, ${returnedLate} of them late` : ''}.`,
    missing > 0 ? `${missing} ${missing === 1 ? 'is' : 'are'} missing.` : '',
    actions.late > 0
      ? `${actions.late} ${actions.late === 1 ? 'action is' : 'actions are'} late.`
      : 'No action is late.',
  ]
    .filter(Boolean)
    .join(' ')
}

function formOf(form: PackForm | undefined, today: Day): PackRow['form'] {
  if (!form) return { standing: 'none', words: 'No form is needed' }
  const { signedAt, due } = form
  if (signedAt !== null) {
    const late = daysBetween(due, dayOf(signedAt))
    const on = `Returned on ${shortWords(dayOf(signedAt), today)}`
    return late > 0
      ? { standing: 'returned-late', words: `${on}, ${countOf(late, 'day')} late` }
      : { standing: 'returned', words: on }
  }
  return due < today
    ? { standing: 'missing', words: `Missing, ${dueInWords(due, today)}` }
    : { standing: 'due', words: capital(dueInWords(due, today)) }
}

/** Each action counts once: late when it should be done and nobody has said that it is. */
function countActions(actions: readonly PackAction[], today: Day): PackRow['actions'] {
  const of = (...states: readonly ActionState[]) => actions.filter(({ state }) => states.includes(state))
  const owing = of('open', 'more-time-asked', 'questioned')
  const late = owing.filter(({ due }) => due < today).length
  return {
    all: actions.length - of('withdrawn').length,
    open: owing.length - late,
    late,
    waiting: of('reported-done').length,
    confirmed: of('confirmed').length,
  }
}

function wasLate({ state, due, at }: PackPart, today: Day): boolean {
  const isSent = state === 'submitted' || state === 'accepted'
  return isSent && at !== null ? dayOf(at) > due : due < today
}
