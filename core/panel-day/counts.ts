import { GRADES } from '../cases/grade.ts'
import type { Grade } from '../cases/grade.ts'
import { isRegrade } from './decide-panel.ts'

type Graded = { readonly own: Grade | null; readonly panel: Grade | null }
type OfCase = { readonly grades: readonly Graded[]; readonly judgement: Grade | null }

/**
 * Counts of a whole round: agencies' own grades, the panel's, how many of them changed, and the judgements of
 * the partnership. What was not sent or not decided yet is not counted.
 */
export function countPanel(cases: readonly OfCase[]) {
  const rows = cases.flatMap(({ grades }) => grades)
  return {
    grades: rows.filter(({ own }) => own !== null).length,
    regrades: rows.filter(({ own, panel }) => own !== null && panel !== null && isRegrade({ own, panel }))
      .length,
    own: spread(rows.map(({ own }) => own)),
    panel: spread(rows.map(({ panel }) => panel)),
    judgements: spread(cases.map(({ judgement }) => judgement)),
  }
}

function spread(grades: readonly (Grade | null)[]): Record<Grade, number> {
  const count = (wanted: Grade) => grades.filter((grade) => grade === wanted).length
  const [outstanding, good, requires, inadequate] = GRADES
  return {
    [outstanding]: count(outstanding),
    [good]: count(good),
    [requires]: count(requires),
    [inadequate]: count(inadequate),
  }
}
