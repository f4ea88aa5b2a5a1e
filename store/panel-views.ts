import { timeOf } from '#core/calendar/moment.ts'
import { momentInWords } from '#core/calendar/words.ts'
import type { CaseFile } from '#core/cases/case-file.ts'
import { needsForm } from '#core/close-the-loop/draft-form.ts'
import type { CaseId, PostId, RoundId } from '#core/ids.ts'
import { panelDayOf } from '#core/panel-day/book-panel-day.ts'
import { whatIsMissing } from '#core/panel-day/close-panel-day.ts'
import { countPanel } from '#core/panel-day/counts.ts'
import type { GradeRow, PanelCase, PanelOfCase, PanelView } from '#core/panel-day/views.ts'
import { may } from '#core/people/may.ts'
import type { Holder } from '#core/ports.ts'
import { ownGrade } from '#core/returns/return.ts'
import type { Return } from '#core/returns/return.ts'
import type { Round } from '#core/round/round.ts'
import { THRESHOLDS } from '#core/round/words.ts'

import { findFilesOf } from './case-files.ts'
import { findHolders } from './case-reads.ts'
import type { Trx } from './database.ts'
import { findReturnsOfRound } from './returns.ts'
import { findRound } from './rounds.ts'
import type { ReturnTable } from './schema-of-rounds.ts'
import type { Seen } from './seen.ts'

/** Panel day as one person sees it: the running order of their cases; undefined when it is none of theirs. */
export async function viewPanel(seen: Seen, id: RoundId): Promise<PanelView | undefined> {
  const { trx, actor, today } = seen
  const round = await findRound(trx, id)
  if (!round || !may.seePanelDay(actor, round) || !('meeting' in round)) return undefined
  const files = (await findFilesOf(trx, id)).filter((file) => may.seeCase(actor, file))
  const returns = await findReturnsOfRound(trx, id)
  const holders = await holdersOnPanel(seen, round)
  const facts = await factsOf(trx, files)
  const brief = await findBrief(trx, id)
  const cases = files.map((file): PanelCase => {
    const own = returns.filter((each) => each.case === file.id)
    return {
      id: file.id,
      reference: file.reference,
      version: file.version,
      threshold: facts.threshold(file.id),
      state: file.panel.state,
      panel: may.seeGrades(actor, round, file) ? panelOf(file, round, own, brief, holders) : null,
      actions: facts.actions(file.id),
      teamNamed: file.team !== null,
      may: { record: may.recordPanel(actor, round, file), confirm: may.confirmPanel(actor, file) },
    }
  })
  const panels = cases.flatMap(({ panel }) => (panel ? [panel] : []))
  const canClose = may.closePanelDay(actor, round)
  return {
    round: { id: round.id, code: round.code, theme: round.theme },
    version: round.version,
    panelDay: panelDayOf(round),
    held: 'heldAt' in round ? momentInWords(round.heldAt, today) : null,
    meeting: round.meeting && {
      from: timeOf(round.meeting.from),
      to: timeOf(round.meeting.to),
      joinUrl: may.joinPanelDay(actor, round) && !('heldAt' in round) ? round.meeting.joinUrl : null,
      lacks: round.meeting.lacks ?? null,
    },
    cases,
    counts: panels.length > 0 && panels.length === cases.length ? countPanel(panels) : null,
    closing: canClose
      ? {
          unconfirmed: [...whatIsMissing(files, round).unconfirmed],
          withoutTeam: [...whatIsMissing(files, round).withoutTeam],
          forms: files.filter((file) => needsForm(file, round)).length,
        }
      : null,
    may: {
      book: may.bookPanelDay(actor, round),
      close: canClose,
      recordAction: may.recordAction(actor),
    },
  }
}

/** The panel's work on a case, for those who may see the grades. */
export function panelOf(
  file: CaseFile,
  round: Round,
  returns: readonly Return[],
  brief: readonly Brief[],
  holders: readonly Holder[],
): PanelOfCase {
  const { panel } = file
  const grades = gradeRows(file, round, returns, brief)
  const decided = panel.state !== 'to-come'
  return {
    state: panel.state,
    grades: [...grades],
    judgement: decided ? panel.judgement : null,
    good: decided ? panel.good : null,
    chairConflict: isChairsOwn(file, round, grades, holders),
  }
}

/** The chair and the lead persons of all members, by the posts that they hold today. */
export function holdersOnPanel({ trx, today }: Pick<Seen, 'trx' | 'today'>, round: Round) {
  return findHolders(trx, [round.offices.chair, ...round.members.map(({ lead }) => lead)], today)
}

/** The agencies that knew a family briefly: on panel day also for those who may not read their returns. */
export function findBrief(trx: Trx, round: RoundId): Promise<readonly Brief[]> {
  return trx
    .selectFrom('agency_return')
    .select(['case_id', 'agency_id'])
    .where('scope', '=', 'brief')
    .where('round_id', '=', round)
    .execute()
}

type Brief = Pick<ReturnTable, 'case_id' | 'agency_id'>

/** In the round's order of agencies; what was recorded stands with the own grade that it was recorded beside. */
function gradeRows(
  file: CaseFile,
  { members }: Round,
  returns: readonly Return[],
  briefs: readonly Brief[],
): readonly GradeRow[] {
  const recorded = file.panel.state === 'to-come' ? [] : file.panel.grades
  return members.flatMap(({ agency, name }): GradeRow[] => {
    const of = returns.find((each) => each.agency === agency)
    const grade = recorded.find((each) => each.agency === agency)
    const brief = briefs.some(({ case_id, agency_id }) => case_id === file.id && agency_id === agency)
    if (!grade && !brief && (!of || of.scope === 'out')) return []
    return [
      {
        agency,
        name,
        own: grade?.own ?? (of && ownGrade(of)) ?? null,
        brief,
        panel: grade?.panel ?? null,
        rationale: grade?.rationale ?? null,
      },
    ]
  })
}

function isChairsOwn(
  { chair }: CaseFile,
  { members }: Round,
  grades: readonly GradeRow[],
  holders: readonly Holder[],
): boolean {
  const graded = new Set<PostId>(
    members.filter(({ agency }) => grades.some((row) => row.agency === agency)).map(({ lead }) => lead),
  )
  const chairs = holders.filter(({ post }) => post === chair).map(({ person }) => person)
  return holders.some(({ post, person }) => graded.has(post) && chairs.includes(person))
}

/** Where the cases stood when they were listed, and how many actions each has. */
async function factsOf(trx: Trx, files: readonly CaseFile[]) {
  const ids = files.map(({ id }) => id)
  if (ids.length === 0) return { threshold: () => null, actions: () => 0 }
  const cases = await trx
    .selectFrom('evaluation_case')
    .select(['id', 'threshold'])
    .where('id', 'in', ids)
    .execute()
  const actions = await trx
    .selectFrom('action')
    .select((e) => ['case_id', e.fn.countAll<number>().as('n')])
    .where('case_id', 'in', ids)
    .where('state', '<>', 'withdrawn')
    .groupBy('case_id')
    .execute()
  return {
    threshold: (of: CaseId): string | null => {
      const threshold = cases.find(({ id }) => id === of)?.threshold
      return threshold ? THRESHOLDS[threshold] : null
    },
    actions: (of: CaseId): number => actions.find(({ case_id }) => case_id === of)?.n ?? 0,
  }
}
