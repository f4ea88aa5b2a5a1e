import type { Day } from '../../calendar/day.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Form } from '../../close-the-loop/form.ts'
import type { DutyKind } from '../../duties/duty.ts'
import type { AgencyId, CaseId, PostId } from '../../ids.ts'
import type { Reply } from '../../involvement/reply.ts'
import type { Collation } from '../../returns/collation.ts'
import type { Return } from '../../returns/return.ts'
import type { Subject } from '../../subject.ts'
import type { Round } from '../round.ts'
import { caseItems, collationItems, formItems, replyItems, returnItems } from './items.ts'
import type { GridItem } from './items.ts'

/** What the agencies of a round owe: one row a case, and one for the long list while it is asked about. */
export type Grid = {
  readonly agencies: readonly GridAgency[]
  readonly rows: readonly GridRow[]
}

/** A column, in the round's order of agencies. */
export type GridAgency = { readonly agency: AgencyId; readonly name: string; readonly lead: PostId }

/** `case` is null in the row of the long list, whose reference is the round's code. */
export type GridRow = {
  readonly case: CaseId | null
  readonly reference: string
  readonly cells: readonly GridCell[]
}

/** No item: the agency does not know the case. */
export type GridCell = { readonly agency: AgencyId; readonly items: readonly GridItem[] }

export type GridFacts = {
  readonly round: Pick<Round, 'code' | 'members'>
  readonly replies: readonly Reply[]
  readonly files: readonly CaseFile[]
  readonly returns: readonly Return[]
  readonly collations: readonly Collation[]
  readonly forms: readonly Form[]
}

/** Who owes what: state in words and lateness of everything that an agency's lead person answers for. */
export function gridOf(facts: GridFacts, today: Day, calendar: Calendar): Grid {
  const { members } = facts.round
  const agencies = members.map(({ agency, name, lead }) => ({ agency, name, lead }))
  const cases = facts.files.toSorted((one, other) => (one.reference < other.reference ? -1 : 1))
  return {
    agencies,
    rows: [
      ...longListRow(facts, agencies, today),
      ...cases.map((file) => caseRow(facts, file, agencies, today, calendar)),
    ],
  }
}

export type OpenCell = {
  readonly post: PostId
  readonly subject: Subject
  readonly kind: DutyKind
  readonly due: Day
}

/** What is still to come from lead persons, as the grid shows it: the same as waits for them, their actions apart. */
export function openCells({ rows }: Grid): readonly OpenCell[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ items }) => items.flatMap(({ subject, owes }) => (owes ? [{ subject, ...owes }] : []))),
  )
}

/** Shown until every agency has said which children it knows. */
function longListRow(
  { round, replies }: GridFacts,
  agencies: readonly GridAgency[],
  today: Day,
): readonly GridRow[] {
  if (replies.every(({ state }) => state === 'given')) return []
  const cells = agencies.map(({ agency }) => ({
    agency,
    items: replies.filter((each) => each.agency === agency).flatMap((each) => replyItems(each, today)),
  }))
  return [{ case: null, reference: round.code, cells }]
}

function caseRow(
  { returns, collations, forms }: GridFacts,
  file: CaseFile,
  agencies: readonly GridAgency[],
  today: Day,
  calendar: Calendar,
): GridRow {
  const of = <T extends { readonly case: CaseId }>(all: readonly T[]) =>
    all.filter((each) => each.case === file.id)
  const [ownReturns, ownCollations, ownForms] = [of(returns), of(collations), of(forms)]
  const cells = agencies.map(({ agency }) => ({
    agency,
    items: [
      ...ownReturns.filter((each) => each.agency === agency).flatMap((each) => returnItems(each, today)),
      ...ownCollations
        .filter((each) => each.agency === agency)
        .flatMap((each) => collationItems(each, today)),
      ...(agency === file.leadAgency
        ? [...caseItems(file, today), ...ownForms.flatMap((each) => formItems(each, today, calendar))]
        : []),
    ],
  }))
  return { case: file.id, reference: file.reference, cells }
}
