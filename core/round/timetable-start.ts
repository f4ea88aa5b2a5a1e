import { addDays, weekday } from '../calendar/day.ts'
import type { Day } from '../calendar/day.ts'
import type { Calendar } from '../calendar/working-days.ts'

/** Why a round can't be laid out from these days; `proposed` is the Monday to take instead. */
export type StartProblem =
  | { readonly reason: 'not-a-monday'; readonly proposed: Day }
  | { readonly reason: 'left-out-not-a-monday'; readonly week: Day; readonly proposed: Day }
  | { readonly reason: 'starts-in-a-week-left-out'; readonly proposed: Day }

/** What people should know, and may leave as it is. */
export type StartWarning =
  | { readonly reason: 'starts-on-a-bank-holiday' }
  | { readonly reason: 'left-out-before-the-start'; readonly week: Day }

export type StartCheck =
  | { readonly ok: true; readonly warnings: readonly StartWarning[] }
  | { readonly ok: false; readonly problems: readonly StartProblem[] }

/**
 * Whether a round can start on a day, with the Mondays of the weeks that it leaves out (rules.md 2.1; 2.6, 5
 * to 7). A start moves to the next Monday, a day in a week left out to the Monday of that week; both are
 * proposals, people decide.
 */
export function checkStart(start: Day, leftOut: readonly Day[], calendar: Calendar): StartCheck {
  const problems = [...ofStart(start, leftOut), ...leftOut.flatMap(ofWeek)]
  if (problems.length > 0) return { ok: false, problems }
  const early = leftOut.filter((week) => week < start)
  return {
    ok: true,
    warnings: [
      ...(calendar.bankHolidays.has(start) ? [{ reason: 'starts-on-a-bank-holiday' } as const] : []),
      ...early.map((week) => ({ reason: 'left-out-before-the-start', week }) as const),
    ],
  }
}

/** The Monday itself, or the one after. */
function nextMonday(from: Day): Day {
  return addDays(from, (8 - weekday(from)) % 7)
}

function ofStart(start: Day, leftOut: readonly Day[]): readonly StartProblem[] {
  let proposed = nextMonday(start)
  while (leftOut.includes(proposed)) proposed = addDays(proposed, 7)
  if (weekday(start) !== 1) return [{ reason: 'not-a-monday', proposed }]
  return proposed === start ? [] : [{ reason: 'starts-in-a-week-left-out', proposed }]
}

function ofWeek(week: Day): readonly StartProblem[] {
  if (weekday(week) === 1) return []
  return [{ reason: 'left-out-not-a-monday', week, proposed: addDays(week, 1 - weekday(week)) }]
}
