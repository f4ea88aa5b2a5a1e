import type { Day } from '../../calendar/day.ts'
import { dueInWords, momentInWords } from '../../calendar/words.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import { countOf } from '../../count.ts'
import type { PostId } from '../../ids.ts'
import { may } from '../../people/may.ts'
import type { Actor } from '../../people/post.ts'
import { isIn } from '../../returns/return.ts'
import { dueOn } from '../days.ts'
import { withoutChronology } from '../release.ts'
import { memberOf } from '../round.ts'
import type { Round } from '../round.ts'
import { gridOf } from './grid.ts'
import type { Grid, GridFacts } from './grid.ts'
import type { GridItem } from './items.ts'
import { whyStillIn } from './not-involved.ts'
import type { GridItemView, GridView } from './views.ts'

type Looking = {
  readonly actor: Actor
  readonly today: Day
  readonly calendar: Calendar
  readonly holders: ReadonlyMap<PostId, string>
}

/** The grid as the partnership works with it: each line with what may be done about it. */
export function viewOfGrid(facts: GridFacts & { readonly round: Round }, looking: Looking): GridView {
  const { actor, today, calendar, holders } = looking
  const { round, files } = facts
  const grid = gridOf(facts, today, calendar)
  const mayManage = may.manageCells(actor)
  return {
    id: round.id,
    version: round.version,
    code: round.code,
    theme: round.theme,
    says: gridInWords(grid),
    agencies: grid.agencies.map(({ agency, name, lead }) => {
      const items = grid.rows.flatMap(({ cells }) =>
        cells.filter((cell) => cell.agency === agency).flatMap((cell) => cell.items),
      )
      return { agency, name, lead: holders.get(lead) ?? null, ...countsOf(items) }
    }),
    rows: grid.rows.map((row) => {
      const file = files.find(({ id }) => id === row.case)
      return {
        case: row.case,
        reference: row.reference,
        chronology: file !== undefined && may.seeChronology(actor, round, file),
        cells: row.cells.map(({ agency, items }) => ({
          agency,
          items: items.map((item) => itemView(item, facts, file, mayManage)),
        })),
      }
    }),
    ...releases(facts, looking),
    panelDay: dueOn(round, 'panel'),
  }
}

/** "7 are late: GPs 4, Schools 3. 5 are still to come." */
export function gridInWords({ agencies, rows }: Grid): string {
  if (rows.length === 0) return 'Nothing is asked of the agencies yet.'
  const counts = agencies.map(({ agency, name }) => {
    const items = rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell.agency === agency ? cell.items : [])),
    )
    return { name, ...countsOf(items) }
  })
  const late = counts.reduce((sum, each) => sum + each.late, 0)
  const open = counts.reduce((sum, each) => sum + each.open, 0)
  if (open === 0) {
    const forms = rows
      .flatMap(({ cells }) => cells.flatMap(({ items }) => items))
      .filter(({ part, standing }) => part === 'form' && standing === 'elsewhere').length
    return forms === 0
      ? 'Everything is in.'
      : `Everything is in but ${countOf(forms, 'close-the-loop form')}.`
  }
  const who = counts
    .filter((each) => each.late > 0)
    .toSorted((one, other) => other.late - one.late)
    .map((each) => `${each.name} ${each.late}`)
  return [
    late === 0 ? 'Nothing is late.' : `${late === 1 ? '1 is late' : `${late} are late`}: ${who.join(', ')}.`,
    open > late ? `${open - late === 1 ? '1 is' : `${open - late} are`} still to come.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function countsOf(items: readonly GridItem[]): { readonly late: number; readonly open: number } {
  const open = items.filter(({ owes }) => owes !== null)
  return { open: open.length, late: open.filter(({ standing }) => standing === 'late').length }
}

function itemView(
  { subject, version, part, standing, name, words, owes, reminded }: GridItem,
  { round, returns }: GridFacts & { readonly round: Round },
  file: CaseFile | undefined,
  mayManage: boolean,
): GridItemView {
  if (subject.kind === 'action' || subject.kind === 'round' || subject.kind === 'escalation')
    throw new Error(`${subject.kind} in a grid`)
  const of = returns.find(({ id }) => id === subject.id)
  const canChange = mayManage && round.state === 'evaluating' && of !== undefined
  return {
    subject,
    version,
    part,
    standing,
    name,
    words,
    due: owes?.due ?? null,
    reminded,
    may: {
      remind: mayManage && owes !== null,
      moreTime:
        canChange &&
        of.scope === 'in' &&
        owes !== null &&
        !isIn(of[part === 'evaluation' ? part : 'chronology']),
      notInvolved: canChange && file !== undefined && whyStillIn(of, file) === null,
    },
  }
}

function releases(
  { round, returns }: GridFacts & { readonly round: Round },
  { actor, today }: Looking,
): Pick<GridView, 'released' | 'release'> {
  if (!('releasedToQa' in round)) return { released: [], release: null }
  const { releasedToQa, releasedToPanel } = round
  const to = releasedToQa === null ? 'qa' : 'panel'
  const owed = to === 'qa' ? 'releaseToQa' : 'releaseToPanel'
  return {
    released: [
      ...(releasedToQa ? [`Released to the QA manager on ${momentInWords(releasedToQa, today)}.`] : []),
      ...(releasedToPanel ? [`Released to the panel on ${momentInWords(releasedToPanel, today)}.`] : []),
    ],
    release: may.release(actor, round, to)
      ? { to, due: dueInWords(dueOn(round, owed), today), missing: missingByCase(round, returns) }
      : null,
  }
}

/** "Case N-08: GPs, Schools": without whose chronologies it would be released now. */
function missingByCase(round: Round, returns: GridFacts['returns']): string[] {
  const missing = withoutChronology(returns)
  const references = [...new Set(missing.map(({ reference }) => reference))].toSorted()
  return references.map((reference) => {
    const names = missing
      .filter((each) => each.reference === reference)
      .map(({ agency }) => memberOf(round, agency)?.name ?? 'an agency')
    return `Case ${reference}: ${names.join(', ')}`
  })
}
