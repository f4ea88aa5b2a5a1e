import type { Moment } from '../calendar/moment.ts'
import type { Panel, PanelGrade } from '../cases/case-file.ts'
import type { Grade } from '../cases/grade.ts'
import type { AgencyId } from '../ids.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { RecordPanel } from './commands.ts'

/** An agency's own grade as it was sent, with the agency's name for sentences. */
export type OwnGrade = { readonly agency: AgencyId; readonly name: string; readonly own: Grade }

/** Each of these says in `about` which agencies are meant. */
export type PanelRefused = 'grade-missing' | 'no-own-grade' | 'graded-twice' | 'rationale-missing'

/**
 * The panel confirms or changes each agency's own grade; both are kept, and a changed one needs its reason
 * (OLD-126). An agency that sent no grade, or knew the family briefly, has none here (decisions.md 6).
 */
export function decidePanel(
  own: readonly OwnGrade[],
  { grades: said, judgement, good }: RecordPanel,
  now: Moment,
): Result<Extract<Panel, { state: 'recorded' }>, PanelRefused> {
  const unknown = said.filter(({ agency }) => !own.some((each) => each.agency === agency))
  if (unknown.length > 0) return refused('no-own-grade')
  const twice = own.filter(({ agency }) => said.filter((each) => each.agency === agency).length > 1)
  if (twice.length > 0) return refused('graded-twice', namesOf(twice))
  const missing = own.filter(({ agency }) => !said.some((each) => each.agency === agency))
  if (missing.length > 0) return refused('grade-missing', namesOf(missing))

  const grades = own.flatMap((each): PanelGrade[] =>
    said
      .filter(({ agency }) => agency === each.agency)
      .map(({ panel, rationale }) => ({
        agency: each.agency,
        own: each.own,
        panel,
        rationale: panel === each.own ? null : rationale,
      })),
  )
  const unexplained = grades.filter((grade) => isRegrade(grade) && grade.rationale === null)
  if (unexplained.length > 0) {
    const names = namesOf(own.filter(({ agency }) => unexplained.some((grade) => grade.agency === agency)))
    return refused('rationale-missing', names)
  }
  return ok({ state: 'recorded', grades, judgement, good, recordedAt: now })
}

/** Whether the panel came to another grade than the agency. */
export function isRegrade({ own, panel }: Pick<PanelGrade, 'own' | 'panel'>): boolean {
  return own !== panel
}

function namesOf(agencies: readonly OwnGrade[]): readonly string[] {
  return agencies.map(({ name }) => name)
}
