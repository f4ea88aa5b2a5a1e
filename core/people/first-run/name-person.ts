import type { AgencyId, PersonId, PostId } from '../../ids.ts'
import type { Deps, Outcome } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import type { Write } from '../../writes.ts'
import { namePerson } from '../commands.ts'
import type { Named } from '../commands.ts'
import { makeRepresentative } from '../make-representative.ts'
import { may } from '../may.ts'
import type { NamePerson } from './commands.ts'

export type NameInFirstRunRefused =
  | 'not-yours-to-set-up-partnership'
  | 'no-such-person'
  | 'no-such-office'
  | 'not-for-yourself'
  | 'agency-not-known'
  | 'partnership-is-ready'
  | 'holds-it-already'

/**
 * The first run names who holds an office from today, or who answers for an agency. Whoever was named before is not
 * any more: a mistake is put right by naming another. Her own office nobody gives away here, nor does the business
 * manager take another one: whoever is named may name her to it.
 */
export async function nameInFirstRun(
  deps: Deps,
  { who, role }: NamePerson,
): Outcome<{ readonly person: PersonId }, NameInFirstRunRefused> {
  const { reads, actor, today } = deps
  const partnership = await reads.partnership.partnership()
  if (!partnership || !may.setUpPartnership(actor)) return refused('not-yours-to-set-up-partnership')
  if (!may.fillOffices(actor, partnership)) return refused('partnership-is-ready')
  const seat =
    'office' in role ? await officeToFill(deps, role.office) : await boardSeat(deps, role.represents)
  if (!seat.ok) return seat
  const named = await namePerson(deps, who)
  if (!named.ok) return named
  const { post, kind, writes } = seat.value
  const held = await reads.seats.holdings([post], today)
  const { person } = named.value
  if (!may.seat(actor, { kind }, person)) return refused('not-for-yourself')
  if (held.some((each) => each.person === person && each.as === 'holder' && each.to === null))
    return refused('holds-it-already')
  return ok(filled(named.value, post, writes, today))
}

async function officeToFill({ reads }: Deps, post: PostId) {
  const offices = await reads.partnership.offices()
  const found = offices.find((each) => each.post === post && each.kind !== 'business-manager')
  return found ? ok({ post, kind: found.kind, writes: [] }) : refused('no-such-office' as const)
}

/** The agency's post on the board: there already, or made now. */
async function boardSeat(deps: Deps, agency: AgencyId) {
  const post = await deps.reads.partnership.representativeOf(agency)
  const kind = 'board-representative'
  if (post !== undefined) return ok({ post, kind, writes: [] })
  const made = await makeRepresentative(deps, { agency })
  if (!made.ok) return refused('agency-not-known' as const)
  return ok({ post: made.value.value.post, kind, writes: made.value.writes ?? [] })
}

function filled({ person, writes }: Named, post: PostId, made: readonly Write[], from: Deps['today']) {
  return {
    value: { person },
    writes: [...writes, ...made, { kind: 'holding', post, person, as: 'holder', from } as const],
    changes: [],
    happened: made.length > 0 ? [{ kind: 'post-made', post } as const] : [],
  }
}
