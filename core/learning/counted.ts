import type { ActionState } from '../actions/action.ts'
import type { Lateness } from '../actions/views.ts'
import { latenessOf } from '../actions/words.ts'
import type { Day } from '../calendar/day.ts'
import type { FormState } from '../close-the-loop/form.ts'
import type { Counted, FormPlace } from './views.ts'

export type CountedAction = {
  readonly state: ActionState
  readonly due: Day
  readonly chases: number
}
export type CountedForm = { readonly state: FormState; readonly chases: number }

/**
 * Counts by the groups of the tracker and by whose hands a form is in. Each thing is in one group, so that the
 * groups sum to the whole; a fan-out counts once for each agency that was asked.
 */
export function countedOf(
  name: string,
  actions: readonly CountedAction[],
  forms: readonly CountedForm[],
  today: Day,
): Counted {
  const groups: Record<Lateness, number> = {
    'very-late': 0,
    late: 0,
    'due-soon': 0,
    later: 0,
    'waiting-for-check': 0,
    done: 0,
  }
  for (const { state, due } of actions) groups[latenessOf(state, due, today)] += 1
  const places: Record<FormPlace, number> = {
    'lead-person': 0,
    worker: 0,
    'to-sign': 0,
    'to-review': 0,
    closed: 0,
  }
  for (const { state } of forms) places[PLACES[state]] += 1
  return {
    name,
    actions: { groups, all: actions.length, chased: chasedIn(actions) },
    forms: { places, all: forms.length, chased: chasedIn(forms) },
  }
}

function chasedIn(things: readonly Pick<CountedAction, 'chases'>[]): number {
  return things.reduce((sum, { chases }) => sum + chases, 0)
}

const PLACES: Readonly<Record<FormState, FormPlace>> = {
  drafted: 'lead-person',
  released: 'worker',
  seen: 'worker',
  written: 'to-sign',
  'sent-back': 'to-sign',
  signed: 'to-review',
  closed: 'closed',
}
