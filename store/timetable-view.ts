import type { Day } from '#core/calendar/day.ts'
import { inWords, shortWords } from '#core/calendar/words.ts'
import type { Calendar } from '#core/calendar/working-days.ts'
import type { DutyKind } from '#core/duties/duty.ts'
import { loadLabelPacks } from '#core/method/labels/label-pack.ts'
import type { LabelPackId } from '#core/method/labels/label-pack.ts'
import { loadMethods } from '#core/method/library.ts'
import type { Method } from '#core/method/method.ts'
import { PRINTED_COLUMNS } from '#core/method/schema-of-days.ts'
import type { Round } from '#core/round/round.ts'
import { CLOSE_THE_LOOP, standings } from '#core/round/standing.ts'
import type { Standing } from '#core/round/standing.ts'
import { PRINTED_HEADINGS, printedRow } from '#core/round/timetable-printed.ts'
import { checkStart } from '#core/round/timetable-start.ts'
import type { StartProblem, StartWarning } from '#core/round/timetable-start.ts'
import { timetableOf } from '#core/round/timetable.ts'
import type { Timetable, TimetableDay } from '#core/round/timetable.ts'
import type { TimetableProposal, TimetableRow, TimetableView } from '#core/round/views.ts'
import { weeksToOffer } from '#core/round/weeks.ts'

import { findLabels } from './partnership.ts'
import { findSchoolHolidays } from './school-holidays.ts'
import type { Seen } from './seen.ts'

/** A round's timetable today: what is done, late and next. `open` are the kinds of its open duties. */
export function timetableIn(round: Round, { calendar, open, today, labels }: RoundBeside): TimetableView {
  const timetable = timetableOf(round.method, round.start, round.leftOut, calendar)
  const standing: Standings = (days) => standings(round, days, open, today)
  return viewOf(round.method, timetable, round.theme, standing, { today, labels })
}

type Shown = {
  readonly today: Day
  /** The partnership's own pack of words; null: the method's. */
  readonly labels: LabelPackId | null
}
type RoundBeside = Shown & { readonly calendar: Calendar; readonly open: ReadonlySet<DutyKind> }

export type Proposed = {
  readonly method: string
  readonly theme: string
  readonly start: Day
  readonly leftOut: readonly Day[]
}

/** The timetable as it would be, while its days are being chosen; undefined when there is no such method. */
export async function proposeTimetable(
  { trx, today }: Pick<Seen, 'trx' | 'today'>,
  { method: id, theme, start, leftOut }: Proposed,
  calendar: Calendar,
): Promise<TimetableProposal | undefined> {
  const loaded = loadMethods()
  const method = loaded.ok ? loaded.value.find((each) => each.id === id) : undefined
  if (!method) return undefined
  const check = checkStart(start, leftOut, calendar)
  if (!check.ok)
    return {
      problems: check.problems.map((each) => problem(each, today)),
      warnings: [],
      weeks: [],
      timetable: null,
    }
  const timetable = timetableOf(method, start, leftOut, calendar)
  const schoolHolidays = await findSchoolHolidays(trx)
  const labels = await findLabels(trx)
  return {
    problems: [],
    warnings: [
      ...(start < today ? ['This day has gone by.'] : []),
      ...check.warnings.map((each) => warning(each, today)),
    ],
    weeks: weeksToOffer(start, calendar, schoolHolidays).map(({ monday, notes }) => ({
      monday,
      words: `Week of ${shortWords(monday, today)}`,
      notes: [...notes],
      leftOut: leftOut.includes(monday),
    })),
    timetable: viewOf(method, timetable, theme, allToCome, { today, labels }),
  }
}

type Standings = (days: readonly TimetableDay[]) => readonly Standing[]

const allToCome: Standings = (days) => days.map(() => 'to-come')

function viewOf(
  method: Method,
  timetable: Timetable,
  theme: string,
  standing: Standings,
  { today, labels }: Shown,
): TimetableView {
  const words = wordsOf(labels ?? method.labels)
  const stages = stagesOf(method, timetable)
  const days = stages.flatMap((stage) => stage.days)
  const stands = standing(days)
  const printed = printedRow(timetable, theme)
  return {
    stages: stages.map((stage) => ({
      title: stage.title,
      days: stage.days.map((day) => rowOf(day, stands[days.indexOf(day)] ?? 'to-come', words, today)),
    })),
    printed: PRINTED_COLUMNS.map((column) => ({ ...PRINTED_HEADINGS[column], cell: printed[column] })),
  }
}

type Stage = { readonly title: string; readonly days: readonly TimetableDay[] }

/** The method's stages, and by its date the day of the close-the-loop forms, which has no slot (OLD-36). */
function stagesOf(method: Method, { days, closeTheLoop }: Timetable): readonly Stage[] {
  const stages = method.stages.map(({ id, title }) => ({
    title,
    days: days.filter(({ stage }) => stage === id),
  }))
  if (!closeTheLoop) return stages
  const after = stages.findIndex((stage) =>
    stage.days.some((day) => day.state === 'set' && day.from > closeTheLoop),
  )
  const day: TimetableDay = {
    id: CLOSE_THE_LOOP,
    stage: CLOSE_THE_LOOP,
    title: `The close-the-loop forms are due, ${method.closeTheLoop.afterPanelWorkingDays} working days after panel day`,
    who: [],
    state: 'set',
    from: closeTheLoop,
    to: closeTheLoop,
    moved: false,
    bankHoliday: false,
  }
  return stages.toSpliced(after < 0 ? stages.length : after, 0, { title: 'Close the loop', days: [day] })
}

function rowOf(day: TimetableDay, standing: Standing, words: Words, today: Day): TimetableRow {
  const { id, title } = day
  const who = day.who.map((role) => words(role)).join(', ')
  if (day.state !== 'set')
    return { id, title, who, when: 'to be confirmed', from: null, to: null, bankHoliday: false, standing }
  const { from, to, bankHoliday } = day
  const when = from === to ? inWords(to, today) : `${inWords(from, today)} to ${inWords(to, today)}`
  return { id, title, who, when, from, to, bankHoliday, standing }
}

type Words = (role: Method['days'][number]['who'][number]) => string

/** Roles in the words of a label pack. */
function wordsOf(labels: LabelPackId): Words {
  const packs = loadLabelPacks()
  const pack = packs.ok ? packs.value.find(({ id }) => id === labels) : undefined
  return (role) => pack?.words[role] ?? role
}

function problem(of: StartProblem, today: Day): TimetableProposal['problems'][number] {
  const { proposed } = of
  switch (of.reason) {
    case 'not-a-monday':
      return { says: `A round starts on a Monday. The next one is ${shortWords(proposed, today)}.`, proposed }
    case 'left-out-not-a-monday':
      return {
        says: `A week that is left out is named by its Monday: ${shortWords(proposed, today)}.`,
        proposed,
      }
    case 'starts-in-a-week-left-out':
      return {
        says: `The round would start in a week that is left out. The next one is ${inWords(proposed, today)}.`,
        proposed,
      }
  }
}

function warning(of: StartWarning, today: Day): string {
  return of.reason === 'starts-on-a-bank-holiday'
    ? 'The first day is a bank holiday. It keeps its place; the days after it do not move.'
    : `The week of ${shortWords(of.week, today)} is before the start: leaving it out changes nothing.`
}
