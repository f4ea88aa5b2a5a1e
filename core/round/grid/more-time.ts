import type { Day } from '../../calendar/day.ts'
import type { ReturnId } from '../../ids.ts'
import { may } from '../../people/may.ts'
import type { Deps, Outcome } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import type { Result } from '../../result.ts'
import { isIn } from '../../returns/return.ts'
import type { Part, PartName, Return } from '../../returns/return.ts'
import { dueOn } from '../days.ts'
import type { MoreTime } from './commands.ts'

/** `no-such-return` is also the answer to everyone whom it does not concern: the two look the same. */
export type MoreTimeRefused =
  | 'no-such-return'
  | 'not-yours-to-manage'
  | 'panel-was-held'
  | 'part-is-not-owed'
  | 'later-day-needed'
  | 'before-panel-day'
  | 'changed-meanwhile'

/** The return as saved. */
export type CellSaved = { readonly return: ReturnId; readonly version: number }

type Input = { readonly return: ReturnId; readonly version?: number } & MoreTime

/** Gives an agency another day for a part that it still owes. The duty stays the same; its prompts begin anew. */
export async function giveMoreTime(
  { reads, actor, today }: Deps,
  { return: id, version, part, until }: Input,
): Outcome<CellSaved, MoreTimeRefused> {
  const of = await reads.return(id)
  if (!of || !may.seeReturn(actor, of)) return refused('no-such-return')
  if (!may.manageCells(actor)) return refused('not-yours-to-manage')
  if (version !== undefined && version !== of.version) return refused('changed-meanwhile')
  const round = await reads.round(of.round)
  if (!round) return refused('no-such-return')
  if (round.state !== 'evaluating') return refused('panel-was-held')
  const later = withLaterDay(of, part, until, today)
  if (!later.ok) return later
  if (until >= dueOn(round, 'panel')) return refused('before-panel-day')
  return ok({
    value: { return: id, version: of.version + 1 },
    changes: [{ kind: 'return', return: later.value }],
    happened: [{ kind: 'done', on: { kind: 'return', id }, deed: 'gave-more-time', post: null }],
  })
}

/** The day moves, later than it is and than yesterday; with the evaluation goes the day of its sign-off. */
export function withLaterDay(
  of: Return,
  part: PartName,
  until: Day,
  today: Day,
): Result<Return, 'part-is-not-owed' | 'later-day-needed'> {
  if (of.scope !== 'in' || isIn(of[part])) return refused('part-is-not-owed')
  if (until <= of[part].due || until < today) return refused('later-day-needed')
  return part === 'chronology'
    ? ok({ ...of, chronology: moved(of.chronology, until) })
    : ok({ ...of, signOffDue: until, evaluation: moved(of.evaluation, until) })
}

function moved<P extends Part>(part: P, due: Day): P {
  return { ...part, due }
}
