import type { ActionState } from '../../actions/action.ts'
import { stateInWords } from '../../actions/words.ts'
import { daysBetween } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import type { Moment } from '../../calendar/moment.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { GRADE_WORDS } from '../../cases/grade.ts'
import { momentWithYear } from '../../chronology/words.ts'
import type { Form } from '../../close-the-loop/form.ts'
import { formStateInWords } from '../../close-the-loop/words.ts'
import type { Sheet, SheetCell, SheetColumn, Workbook } from '../../documents/workbook.ts'
import type { AgencyId } from '../../ids.ts'
import { ownGrade } from '../../returns/return.ts'
import type { Part, Return } from '../../returns/return.ts'
import { partInWords } from '../../returns/words.ts'

export type TrackerAction = {
  readonly number: string
  readonly reference: string
  readonly what: string
  readonly owner: string
  readonly raiser: string
  readonly due: Day
  readonly state: ActionState
  readonly until: Day | null
  readonly chases: number
  readonly replacedBy?: string | null
}

export type TrackerFacts = {
  readonly round: { readonly code: string; readonly theme: string }
  readonly actions: readonly TrackerAction[]
  readonly returns: readonly Return[]
  readonly files: readonly CaseFile[]
  readonly forms: readonly Form[]
  readonly agency: (id: AgencyId) => string
}

/** The tracker as the partnership keeps it in Excel: references, posts, states and days; no name of a person. */
export function trackerOf(
  facts: TrackerFacts,
  { at, today }: { readonly at: Moment; readonly today: Day },
): Workbook {
  const { code, theme } = facts.round
  return {
    title: `Round ${code}: ${theme}`,
    made: `Made on ${momentWithYear(at)}. Held for the partnership.`,
    sheets: [
      actionSheet(facts, today),
      returnSheet(facts, today),
      gradeSheet(facts),
      formSheet(facts, today),
    ],
  }
}

function actionSheet({ actions }: TrackerFacts, today: Day): Sheet {
  return {
    name: 'Actions',
    columns: [
      text('Case', 8),
      text('No.', 6),
      text('What will be done', 50),
      text('Owner', 28),
      text('Asked by', 28),
      day('Due'),
      text('State', 40),
      number('Days late', 10),
      number('Reminders', 11),
    ],
    rows: actions.map((action) => [
      action.reference,
      action.number,
      action.what,
      action.owner,
      action.raiser,
      action.due,
      stateInWords(action.state, action.raiser, action.until, today, action.replacedBy),
      daysLate(action.due, isOwing(action.state), today),
      action.chases,
    ]),
  }
}

function returnSheet({ returns, agency }: TrackerFacts, today: Day): Sheet {
  return {
    name: 'Returns',
    columns: [
      text('Case', 8),
      text('Agency', 30),
      text('Asked for', 14),
      day('Chronology due'),
      text('Chronology', 34),
      day('Chronology sent'),
      day('Evaluation due'),
      text('Evaluation', 34),
      day('Evaluation sent'),
      number('Reminders', 11),
    ],
    rows: returns.map((of) => {
      const chronology = of.scope === 'out' ? undefined : of.chronology
      const evaluation = of.scope === 'in' ? of.evaluation : undefined
      return [
        of.reference,
        agency(of.agency),
        ASKED_FOR[of.scope],
        ...partCells(chronology, of.scope === 'in', today),
        ...partCells(evaluation, true, today),
        of.chases,
      ]
    }),
  }
}

const ASKED_FOR = { in: 'Both parts', brief: 'Known briefly', out: 'Not involved' } as const

function partCells(part: Part | undefined, owed: boolean, today: Day): readonly SheetCell[] {
  if (!part || (!owed && (part.state === 'not-started' || part.state === 'draft'))) return [null, null, null]
  const isSent = part.state === 'submitted' || part.state === 'accepted'
  return [part.due, partInWords(part, today, owed).words, isSent ? dayOf(part.at) : null]
}

/** Own grades once they were sent, and the panel's once it has them. */
function gradeSheet({ returns, files, agency }: TrackerFacts): Sheet {
  const rows = returns.flatMap((of): readonly (readonly SheetCell[])[] => {
    const own = ownGrade(of)
    if (!own) return []
    const panel = files.find(({ id }) => id === of.case)?.panel
    const graded =
      panel && 'grades' in panel ? panel.grades.find((each) => each.agency === of.agency) : undefined
    const changed = graded && graded.panel !== own ? 'Changed' : graded ? 'Confirmed' : 'Not yet'
    return [
      [of.reference, agency(of.agency), GRADE_WORDS[own], graded ? GRADE_WORDS[graded.panel] : null, changed],
    ]
  })
  const judgements = files.flatMap(({ reference, panel }): readonly (readonly SheetCell[])[] =>
    'judgement' in panel
      ? [
          [
            reference,
            'Partnership',
            null,
            GRADE_WORDS[panel.judgement],
            panel.state === 'confirmed' ? 'Confirmed' : 'Recorded',
          ],
        ]
      : [],
  )
  return {
    name: 'Grades',
    columns: [
      text('Case', 8),
      text('Agency', 30),
      text('Own grade', 22),
      text('Panel’s grade', 22),
      text('Changed', 12),
    ],
    rows: [...rows, ...judgements],
  }
}

function formSheet({ forms }: TrackerFacts, today: Day): Sheet {
  return {
    name: 'Close the loop',
    columns: [
      text('Case', 8),
      day('Due'),
      text('State', 40),
      day('Released'),
      day('Opened'),
      day('Sent'),
      day('Signed'),
      day('Closed'),
      number('Reminders', 11),
    ],
    rows: forms.map((form) => [
      form.reference,
      form.due,
      formStateInWords(form.state, null, today),
      'releasedAt' in form ? dayOf(form.releasedAt) : null,
      'seenAt' in form ? dayOf(form.seenAt) : null,
      'writtenAt' in form ? dayOf(form.writtenAt) : null,
      'signedAt' in form ? dayOf(form.signedAt) : null,
      'closedAt' in form ? dayOf(form.closedAt) : null,
      form.chases,
    ]),
  }
}

function isOwing(state: ActionState): boolean {
  return state === 'open' || state === 'more-time-asked' || state === 'questioned'
}

function daysLate(due: Day, owing: boolean, today: Day): number | null {
  const late = daysBetween(due, today)
  return owing && late > 0 ? late : null
}

function text(title: string, width: number): SheetColumn {
  return { title, width, kind: 'text' }
}

function number(title: string, width: number): SheetColumn {
  return { title, width, kind: 'number' }
}

function day(title: string): SheetColumn {
  return { title, width: 14, kind: 'day' }
}
