import { namesTheChild } from '../cases/case.ts'
import type { CaseId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { ownGrade } from '../returns/return.ts'
import type { Return } from '../returns/return.ts'
import { memberOf } from '../round/round.ts'
import type { Round } from '../round/round.ts'
import type { RecordPanel } from './commands.ts'
import { decidePanel } from './decide-panel.ts'
import type { OwnGrade, PanelRefused } from './decide-panel.ts'

/** `no-such-case-file` is also the answer to everyone who may not see the case: the two look the same. */
export type RecordPanelRefused =
  | PanelRefused
  | 'no-such-case-file'
  | 'not-yours-to-record-panel'
  | 'panel-is-confirmed'
  | 'panel-day-is-not-open'
  | 'good-names-the-child'
  | 'changed-meanwhile'

type Input = RecordPanel & { readonly case: CaseId; readonly version?: number }

/** Records what the panel decided about a case (OLD-126, OLD-127); until the chair confirms it, it can be recorded again. */
export async function recordPanel(deps: Deps, said: Input): Outcome<{ version: number }, RecordPanelRefused> {
  const { reads, actor, now } = deps
  const file = await reads.caseFile(said.case)
  const round = file && (await reads.round(file.round))
  if (!file || !round || !may.seeCase(actor, file)) return refused('no-such-case-file')
  if (!may.runRound(actor)) return refused('not-yours-to-record-panel')
  if (said.version !== undefined && said.version !== file.version) return refused('changed-meanwhile')
  if (file.panel.state === 'confirmed') return refused('panel-is-confirmed')
  if (!may.recordPanel(actor, round, file)) return refused('panel-day-is-not-open')

  const panel = decidePanel(ownGrades(await reads.returnsOf(file.id), round), said, now)
  if (!panel.ok) return panel
  // What was good is the beginning of what the worker reads: no name goes there.
  const child = await reads.childOf(file.id)
  if (child && namesTheChild(said.good, child)) return refused('good-names-the-child')
  return ok({
    value: { version: file.version + 1 },
    changes: [{ kind: 'case', file: { ...file, panel: panel.value } }],
    happened: [{ kind: 'done', on: { kind: 'case', id: file.id }, deed: 'recorded-panel', post: null }],
  })
}

/** The grades that the agencies sent about a case, in the round's order of agencies. */
export function ownGrades(returns: readonly Return[], round: Pick<Round, 'members'>): readonly OwnGrade[] {
  return returns.flatMap((of) => {
    const own = ownGrade(of)
    return own ? [{ agency: of.agency, name: memberOf(round, of.agency)?.name ?? '', own }] : []
  })
}
