import type { Action, ActionState } from '../../actions/action.ts'
import { daysBetween } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import type { Moment } from '../../calendar/moment.ts'
import { dueInWords, shortWords } from '../../calendar/words.ts'
import { capital } from '../../capital.ts'
import type { LoopMeeting, QuestionAbout } from '../../close-the-loop/beside.ts'
import type { Form } from '../../close-the-loop/form.ts'
import { QUESTION_WORDS } from '../../close-the-loop/words.ts'
import { countOf } from '../../count.ts'
import { inASentence } from '../in-a-sentence.ts'
import type { SheetColumn, SheetLine } from './views.ts'

/** What a sheet is made of: references, states and days, never a word of what a worker wrote. */
export type SheetForm = {
  readonly id: string
  readonly reference: string
  readonly state: Form['state']
  readonly due: Day
  readonly question: QuestionAbout | null
  readonly meeting: LoopMeeting['state'] | null
  /** When the worker sent it. */
  readonly sentAt: Moment | null
}

export type SheetAction = {
  readonly id: string
  readonly number: string
  readonly reference: string
  readonly raiser: string
  readonly state: ActionState
  readonly due: Day
  readonly until: Day | null
  readonly question: Extract<Action, { state: 'questioned' }>['question'] | null
  readonly reportedAt: Moment | null
}

export type Sheet = Readonly<Record<SheetColumn, readonly SheetLine[]>>

type Placed = { readonly column: SheetColumn; readonly says: string }

/**
 * Three columns for supervision: what was done, what is owed, where help is needed. Each thing stands in one of
 * them. A form that the lead person has not released is not on it, since the sheet is talked through with the
 * worker, who does not know of it yet (decisions.md 20); nor is an action that is no longer asked.
 */
export function sheetOf(forms: readonly SheetForm[], actions: readonly SheetAction[], today: Day): Sheet {
  const lines = [
    ...forms
      .filter(({ state }) => state !== 'drafted')
      .map((form) => ({
        ...placeOfForm(form, today),
        due: form.due,
        line: { kind: 'form' as const, id: form.id, number: '', reference: form.reference },
      })),
    ...actions
      .filter(({ state }) => state !== 'withdrawn')
      .map((action) => ({
        ...placeOfAction(action, today),
        due: action.due,
        line: { kind: 'action' as const, id: action.id, number: action.number, reference: action.reference },
      })),
  ].toSorted((a, b) => (a.due < b.due ? -1 : Number(a.due > b.due)))
  const of = (wanted: SheetColumn): readonly SheetLine[] =>
    lines.flatMap(({ column, line, says }) => (column === wanted ? [{ ...line, says }] : []))
  return { good: of('good'), 'to-do': of('to-do'), help: of('help') }
}

/** "1 needs help, 2 to do, 3 done". */
export function sheetInWords(sheet: Sheet): string {
  const { good, 'to-do': toDo, help } = sheet
  if (good.length + toDo.length + help.length === 0) return 'Nothing is asked'
  return [
    help.length > 0 && `${help.length} ${help.length === 1 ? 'needs' : 'need'} help`,
    toDo.length > 0 && `${toDo.length} to do`,
    good.length > 0 && `${good.length} done`,
  ]
    .filter(Boolean)
    .join(', ')
}

function placeOfForm({ state, question, due, meeting, sentAt }: SheetForm, today: Day): Placed {
  if (state !== 'released' && state !== 'seen')
    return { column: 'good', says: doneInWords('Sent', sentAt, due, today) }
  if (question !== null)
    return { column: 'help', says: `Says: “${QUESTION_WORDS[question]}”. The lead person answers` }
  const owed = owedInWords(due, today)
  if (meeting === null || meeting === 'proposed') {
    const why = meeting === null ? 'The meeting has no time yet' : 'No time for the meeting is taken yet'
    return { column: 'help', says: `${why}; ${owed}` }
  }
  return { column: due < today ? 'help' : 'to-do', says: capital(owed) }
}

function placeOfAction(action: SheetAction, today: Day): Placed {
  const { state, due, until, question, reportedAt } = action
  const raiser = inASentence(action.raiser)
  switch (state) {
    case 'confirmed':
      return {
        column: 'good',
        says: `${doneInWords('Done', reportedAt, due, today)}. It happened: ${raiser} said so`,
      }
    case 'reported-done':
      return {
        column: 'good',
        says: `${doneInWords('Reported done', reportedAt, due, today)}. It waits for ${raiser}`,
      }
    case 'more-time-asked': {
      const by = until ? ` until ${shortWords(until, today)}` : ''
      return { column: 'help', says: `Asks for more time${by}. It waits for ${raiser}` }
    }
    case 'questioned':
      return {
        column: 'help',
        says: `Says: “${QUESTION_WORDS[question ?? 'not-right']}”. It waits for ${raiser}`,
      }
    case 'open':
    case 'withdrawn':
      return { column: due < today ? 'help' : 'to-do', says: capital(owedInWords(due, today)) }
  }
}

/** "Sent on 15 June, on time"; that something came late is not said once it is done. */
function doneInWords(what: string, at: Moment | null, due: Day, today: Day): string {
  if (at === null) return what
  const on = dayOf(at)
  return `${what} on ${shortWords(on, today)}${on <= due ? ', on time' : ''}`
}

/** "due 20 June, in 2 days"; "due 13 June, 5 days late". */
function owedInWords(due: Day, today: Day): string {
  const ahead = daysBetween(today, due)
  return `${dueInWords(due, today)}${ahead > 1 ? `, in ${countOf(ahead, 'day')}` : ''}`
}
