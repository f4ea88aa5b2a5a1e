import { latenessOf } from '../actions/words.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Moment } from '../calendar/moment.ts'
import { dueInWords, shortWords } from '../calendar/words.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { isFormOwing } from '../close-the-loop/words.ts'
import { countOf } from '../count.ts'
import { inASentence } from '../people/in-a-sentence.ts'
import { countedOf } from './counted.ts'
import type { CountedAction, CountedForm } from './counted.ts'
import type { MonitorView, StandingLine } from './views.ts'

export type MonitorRound = {
  readonly id: string | null
  readonly code: string
  readonly theme: string
  readonly stands: string
}
export type MonitorAction = CountedAction & {
  readonly id: string
  readonly round: string
  readonly agency: string
  /** The post of whoever asked. */
  readonly raiser: string
  readonly number: string
  readonly reference: string
  readonly reportedAt: Moment | null
}
export type MonitorForm = CountedForm & {
  readonly id: string
  readonly round: string
  readonly agency: string
  readonly reference: string
  readonly due: Day
  /** Nothing of a round that was closed is owed any more. */
  readonly goesOn: boolean
}

export type MonitorFacts = {
  readonly rounds: readonly MonitorRound[]
  readonly actions: readonly MonitorAction[]
  readonly forms: readonly MonitorForm[]
  readonly escalations: MonitorView['escalations']
}

/** After so many working days without an answer, and with the deputy asked, whoever asked is silent (decisions.md 12). */
const SILENT_AFTER = 5

/** What became of what was agreed, across rounds (OLD-40, OLD-73, LAN-21): one reading, so that all of it agrees. */
export function monitorOf(
  { rounds, actions, forms, escalations }: MonitorFacts,
  today: Day,
  calendar: Calendar,
): MonitorView {
  const late = lateOf(actions, forms, today)
  const silent = actions
    .filter((action) => isSilent(action, today, calendar))
    .toSorted((a, b) => ((a.reportedAt ?? '') < (b.reportedAt ?? '') ? -1 : 1))
    .map((action) => silentLine(action, today))
  return {
    says: inWords(late.length, silent.length, escalations.open),
    rounds: rounds.map((round) => {
      const its = {
        actions: actions.filter((each) => each.round === round.code),
        forms: forms.filter((each) => each.round === round.code),
      }
      const agencies = [...new Set([...its.actions, ...its.forms].map(({ agency }) => agency))].toSorted()
      return {
        ...round,
        agencies: agencies.map((name) =>
          countedOf(
            name,
            its.actions.filter(({ agency }) => agency === name),
            its.forms.filter(({ agency }) => agency === name),
            today,
          ),
        ),
        all: countedOf('All', its.actions, its.forms, today),
      }
    }),
    late,
    silent,
    escalations,
  }
}

/** "3 things are late. One raiser is silent. 2 concerns are open." */
function inWords(late: number, silent: number, open: number): string {
  return [
    late === 0 ? 'Nothing is late.' : `${countOf(late, 'thing is', 'things are')} late.`,
    silent > 0 && `${countOf(silent, 'answer is', 'answers are')} missing from those who asked.`,
    open > 0 && `${countOf(open, 'concern is', 'concerns are')} open.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What is past its day and not reported done, or not sent: the longest first. */
function lateOf(
  actions: readonly MonitorAction[],
  forms: readonly MonitorForm[],
  today: Day,
): StandingLine[] {
  const late = [
    ...actions.filter(({ state, due }) => ['late', 'very-late'].includes(latenessOf(state, due, today))),
    ...forms
      .filter(({ goesOn, state, due }) => goesOn && isFormOwing(state) && due < today)
      .map((form) => ({ ...form, number: 'Form' })),
  ]
  return late
    .toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
    .map(({ id, number, reference, round, agency, due }) => ({
      key: id,
      number,
      reference,
      round,
      who: agency,
      says: dueInWords(due, today),
    }))
}

function isSilent({ state, reportedAt }: MonitorAction, today: Day, calendar: Calendar): boolean {
  return (
    state === 'reported-done' &&
    reportedAt !== null &&
    workingDaysBetween(calendar, dayOf(reportedAt), today) >= SILENT_AFTER
  )
}

function silentLine(action: MonitorAction, today: Day): StandingLine {
  const { id, number, reference, round, agency, raiser, reportedAt } = action
  const on = reportedAt ? ` on ${shortWords(dayOf(reportedAt), today)}` : ''
  return {
    key: id,
    number,
    reference,
    round,
    who: agency,
    says: `Reported done${on}; ${inASentence(raiser)} has not said whether it happened`,
  }
}
