import { latenessOf } from '../actions/words.ts'
import type { Day } from '../calendar/day.ts'
import { dueInWords } from '../calendar/words.ts'
import { capital } from '../capital.ts'
import { GRADES, GRADE_WORDS } from '../cases/grade.ts'
import type { Grade } from '../cases/grade.ts'
import { formStateInWords, isFormOwing } from '../close-the-loop/words.ts'
import { countOf } from '../count.ts'
import type { Part } from '../returns/return.ts'
import { countedOf } from './counted.ts'
import type { CountedAction, CountedForm } from './counted.ts'
import type { AgencyView } from './views.ts'

type Thing = {
  readonly id: string
  readonly round: string
  readonly reference: string
  readonly due: Day
  /** The post that owes it. */
  readonly who: string
  /** Where it stands in the tab, for those who may open it. */
  readonly path: string | null
}
export type AgencyAction = Thing & CountedAction & { readonly number: string; readonly words: string }
export type AgencyForm = Thing & CountedForm & { readonly metOn: Day | null; readonly isAsked: boolean }
export type AgencyPart = Thing & {
  readonly part: 'chronology' | 'evaluation'
  readonly state: Part['state']
}
/** So many cases in which the agency's own grade was this one, and the panel's that one. */
export type AgencyGrade = {
  readonly round: string
  readonly own: Grade
  readonly panel: Grade
  readonly cases: number
}

export type AgencyFacts = {
  readonly id: string
  readonly name: string
  readonly actions: readonly AgencyAction[]
  readonly forms: readonly AgencyForm[]
  readonly parts: readonly AgencyPart[]
  readonly grades: readonly AgencyGrade[]
}

type Agency = AgencyView['agencies'][number]

/** How one agency stands (OLD-41): references, days and counts with the post that owes; nothing about a child. */
export function agencyOf({ id, name, actions, forms, parts, grades }: AgencyFacts, today: Day): Agency {
  const counts = countedOf(name, actions, forms, today)
  const returns = returnsOf(parts, today)
  const late =
    counts.actions.groups.late +
    counts.actions.groups['very-late'] +
    forms.filter(({ state, due }) => isFormOwing(state) && due < today).length +
    returns.late
  return {
    id,
    name,
    says: late === 0 ? 'Nothing is late.' : `${countOf(late, 'thing is', 'things are')} late.`,
    counts,
    actions: byDay(actions)
      .filter(({ state, due }) => latenessOf(state, due, today) !== 'done')
      .map(({ number, words, ...thing }) => ({
        ...lineOf(thing, number),
        // What was reported is late no more: whoever asked answers next.
        says:
          latenessOf(thing.state, thing.due, today) === 'waiting-for-check'
            ? words
            : `${capital(dueInWords(thing.due, today))}. ${words}`,
      })),
    forms: byDay(forms).map(({ state, metOn, isAsked, ...thing }) => ({
      ...lineOf(thing, 'Form'),
      state,
      says: isFormOwing(state)
        ? `${capital(dueInWords(thing.due, today))}. ${formStateInWords(state, metOn, today, isAsked)}`
        : formStateInWords(state, metOn, today, isAsked),
    })),
    returns,
    grades: [...new Set(grades.map(({ round }) => round))].map((round) =>
      gradesOf(
        round,
        grades.filter((each) => each.round === round),
      ),
    ),
  }
}

function returnsOf(parts: readonly AgencyPart[], today: Day): Agency['returns'] {
  const owed = byDay(parts).filter(({ state }) => state !== 'submitted' && state !== 'accepted')
  const late = owed.filter(({ due }) => due < today).length
  return {
    in: parts.length - owed.length,
    owed: owed.length - late,
    late,
    all: parts.length,
    lines: owed.map(({ part, ...thing }) => ({
      ...lineOf(thing, PARTS[part], part),
      says: capital(dueInWords(thing.due, today)),
    })),
  }
}

const PARTS = { chronology: 'Chronology', evaluation: 'Evaluation' } as const

/** How many cases have which grade, the agency's own beside the panel's. */
function gradesOf(round: string, grades: readonly AgencyGrade[]): Agency['grades'][number] {
  const count = (of: (each: AgencyGrade) => boolean) =>
    grades.filter(of).reduce((sum, { cases }) => sum + cases, 0)
  return {
    round,
    lines: GRADES.map((grade) => ({
      grade: GRADE_WORDS[grade],
      own: count(({ own }) => own === grade),
      panel: count(({ panel }) => panel === grade),
    })),
    cases: count(() => true),
    changed: count(({ own, panel }) => own !== panel),
  }
}

function lineOf({ id, reference, round, who, path }: Thing, number: string, part = '') {
  return { key: `${id}${part}`, number, reference, round, who, path }
}

function byDay<T extends { readonly due: Day }>(things: readonly T[]): readonly T[] {
  return things.toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
}
