import type { EscalationId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { RaiseEscalation } from './commands.ts'
import { openStage } from './decide.ts'
import type { StageRefused } from './decide.ts'
import type { Escalation } from './escalation.ts'
import { ladderFor } from './library.ts'

export type RaiseEscalationRefused =
  | StageRefused
  | 'child-in-danger'
  | 'may-not-raise'
  | 'not-your-post'
  | 'cannot-be-asked'
  | 'no-such-ladder'
  | 'office-is-vacant'

/** The escalation as saved. No word that was typed is in it: the answer is kept under its key. */
export type RaisedEscalation = {
  readonly id: EscalationId
  readonly number: string
  readonly version: number
}

/**
 * Raises a concern: its first stage opens, with its interim safety arrangement. A child in danger now is not for
 * this product: nothing is stored and no clock starts (X5).
 */
export async function raiseEscalation(
  { reads, actor, now, today, calendar, ids }: Deps,
  {
    danger,
    concern,
    about,
    reference,
    raiser,
    addressee,
    interimSafety,
    due,
    rung,
    skipBecause,
    ladder: wanted,
  }: RaiseEscalation,
): Outcome<RaisedEscalation, RaiseEscalationRefused> {
  if (!may.raiseEscalation(actor)) return refused('may-not-raise')
  if (danger) return refused('child-in-danger')
  const posts = await reads.escalations.posts()
  const from = posts.find(({ id }) => id === raiser)
  const to = posts.find(({ id }) => id === addressee)
  if (!from?.own || !actor.posts.has(raiser)) return refused('not-your-post')
  if (!to) return refused('cannot-be-asked')
  if (to.own) return refused('asks-the-raiser')
  const ladders = await reads.escalations.ladders()
  const ladder = ladderFor(wanted, from.agency !== null && from.agency === to.agency, ladders)
  if (!ladder) return refused('no-such-ladder')
  const stage = openStage(
    { ladder, from: 0, rung, skipBecause, addressee, interimSafety, due },
    { now, today, calendar },
  )
  if (!stage.ok) return stage
  const office = await reads.escalations.office()
  if (!office) return refused('office-is-vacant')
  const escalation: Escalation = {
    state: 'waiting',
    id: ids.next<EscalationId>(),
    number: await reads.escalations.nextNumber(),
    reference,
    ladder,
    about,
    concern,
    raiser,
    ...office,
    raisedAt: now,
    stages: [stage.value],
    theme: null,
    chases: 0,
    version: 0,
  }
  const { id, number } = escalation
  return ok({
    value: { id, number, version: 1 },
    changes: [{ kind: 'escalation', escalation }],
    happened: [
      { kind: 'done', on: { kind: 'escalation', id }, deed: 'raised-escalation', post: raiser } as const,
    ],
  })
}
