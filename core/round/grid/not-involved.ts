import type { CaseFile } from '../../cases/case-file.ts'
import type { Happened } from '../../happened.ts'
import type { PostId, ReturnId } from '../../ids.ts'
import { may } from '../../people/may.ts'
import type { Deps, Outcome } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import { isIn } from '../../returns/return.ts'
import type { Return } from '../../returns/return.ts'
import type { Change } from '../../subject.ts'
import type { NotInvolved } from './commands.ts'
import type { CellSaved } from './more-time.ts'

export type NotInvolvedRefused =
  | 'no-such-return'
  | 'not-yours-to-manage'
  | 'panel-was-held'
  | 'is-out-already'
  | 'part-was-sent'
  | 'leads-the-case'
  | 'changed-meanwhile'

type Input = { readonly return: ReturnId; readonly version?: number } & NotInvolved

/**
 * Takes an agency out of a case that it was found not to know: it owes nothing there, is not counted, and its
 * seat on the panel for this case goes (decisions.md 16). What was sent keeps it in.
 */
export async function markNotInvolved(
  { reads, actor, now }: Deps,
  { return: id, version, reason }: Input,
): Outcome<CellSaved, NotInvolvedRefused> {
  const of = await reads.return(id)
  if (!of || !may.seeReturn(actor, of)) return refused('no-such-return')
  if (!may.manageCells(actor)) return refused('not-yours-to-manage')
  if (version !== undefined && version !== of.version) return refused('changed-meanwhile')
  const [round, file] = [await reads.round(of.round), await reads.caseFile(of.case)]
  if (!round || !file) return refused('no-such-return')
  if (round.state !== 'evaluating') return refused('panel-was-held')
  const why = whyStillIn(of, file)
  if (why) return refused(why)

  const changes: Change[] = [{ kind: 'return', return: outOf(of, reason, now) }]
  const happened: Happened[] = [
    { kind: 'done', on: { kind: 'return', id }, deed: 'marked-not-involved', post: null },
  ]
  const members = seatsWithout(of, file, await reads.returnsOf(of.case))
  if (members.length < file.members.length) {
    changes.push({ kind: 'case', file: { ...file, members } })
    happened.push({ kind: 'done', on: { kind: 'case', id: file.id }, deed: 'changed-seats', post: null })
  }
  return ok({ value: { return: id, version: of.version + 1 }, changes, happened })
}

/** What keeps an agency in a case, if anything. */
export function whyStillIn(
  of: Return,
  file: Pick<CaseFile, 'leadAgency'>,
): 'is-out-already' | 'part-was-sent' | 'leads-the-case' | null {
  if (of.scope === 'out') return 'is-out-already'
  if (of.agency === file.leadAgency) return 'leads-the-case'
  const sent = isIn(of.chronology) || (of.scope === 'in' && isIn(of.evaluation))
  return sent ? 'part-was-sent' : null
}

/** The seats of the case without this agency's; its collator keeps its own while another agency needs it. */
export function seatsWithout(
  gone: Return,
  { members, lead }: Pick<CaseFile, 'members' | 'lead'>,
  returns: readonly Return[],
): readonly PostId[] {
  const others = returns.filter(({ id, scope }) => id !== gone.id && scope === 'in')
  const seated = new Set([
    lead,
    ...others.map((each) => each.lead),
    ...others.filter(({ way }) => way !== 'direct').map(({ owedTo }) => owedTo),
  ])
  return members.filter((post) => seated.has(post))
}

function outOf(of: Return, reason: string, since: Extract<Return, { scope: 'out' }>['since']): Return {
  if (of.scope === 'in') {
    const { chronology: _, evaluation: __, ...facts } = of
    return { ...facts, scope: 'out', reason, since }
  }
  if (of.scope === 'brief') {
    const { chronology: _, ...facts } = of
    return { ...facts, scope: 'out', reason, since }
  }
  return of
}
