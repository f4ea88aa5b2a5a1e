import type { AgencyId } from '../../ids.ts'
import type { Deps, Outcome } from '../../ports.ts'
import { ok, refused } from '../../result.ts'
import type { Result } from '../../result.ts'
import { may } from '../may.ts'
import type { AddAgencies, DescribePartnership } from './commands.ts'
import { stepsDone } from './partnership.ts'
import type { Partnership } from './partnership.ts'

export type FirstRunRefused = 'not-yours-to-set-up-partnership' | 'changed-meanwhile'
type Versioned = { readonly version?: number }
type Saved = { readonly version: number }

/** Says how the partnership is called and whom people ring: also later, when that changes. */
export async function describePartnership(
  deps: Deps,
  { version, ...said }: DescribePartnership & Versioned,
): Outcome<Saved, FirstRunRefused> {
  const before = await partnershipToChange(deps, version)
  return before.ok ? saved({ ...before.value, ...said }, 'described') : before
}

/** The business manager looked at the bank holidays, and they are right. */
export async function checkCalendar(deps: Deps, { version }: Versioned): Outcome<Saved, FirstRunRefused> {
  const before = await partnershipToChange(deps, version)
  return before.ok ? saved({ ...before.value, calendarChecked: true }, 'calendar-checked') : before
}

/** Everything is there. From now on the offices change hands under People, as every post does. */
export async function finishFirstRun(
  deps: Deps,
  { version }: Versioned,
): Outcome<Saved, FirstRunRefused | 'steps-are-missing'> {
  const before = await partnershipToChange(deps, version)
  if (!before.ok) return before
  const agencies = (await deps.reads.rounds.agencies()).length
  const done = stepsDone(before.value, { agencies, offices: await deps.reads.partnership.offices() })
  if (Object.values(done).includes(false)) return refused('steps-are-missing')
  return saved({ ...before.value, ready: true }, 'ready')
}

/** The agencies of the partnership: those that are known by that name already are passed over. */
export async function addAgencies(
  { reads, actor, ids }: Deps,
  { names }: AddAgencies,
): Outcome<{ readonly added: number; readonly known: number }, FirstRunRefused> {
  if (!may.setUpPartnership(actor)) return refused('not-yours-to-set-up-partnership')
  const before = new Set((await reads.rounds.agencies()).map(({ name }) => sameName(name)))
  // As it was written first.
  const wanted = new Map(names.toReversed().map((name) => [sameName(name), name]))
  const added = [...wanted]
    .filter(([same]) => !before.has(same))
    .map(([, name]) => ({ id: ids.next<AgencyId>(), name }))
  return ok({
    value: { added: added.length, known: names.length - added.length },
    writes: added.map(({ id, name }) => ({ kind: 'agency', id, name }) as const),
    changes: [],
    happened: added.map(({ id }) => ({ kind: 'agency-set', agency: id, is: true }) as const),
  })
}

/** Takes an agency out again that was added by mistake: only in the first run, and while nothing names it. */
export async function removeAgency(
  { reads, actor }: Deps,
  { agency }: { readonly agency: AgencyId },
): Outcome<
  { readonly agency: AgencyId },
  FirstRunRefused | 'agency-not-known' | 'agency-is-in-use' | 'partnership-is-ready'
> {
  const partnership = await reads.partnership.partnership()
  if (!partnership || !may.setUpPartnership(actor)) return refused('not-yours-to-set-up-partnership')
  if (!may.fillOffices(actor, partnership)) return refused('partnership-is-ready')
  const known = (await reads.rounds.agencies()).some(({ id }) => id === agency)
  if (!known) return refused('agency-not-known')
  if (await reads.partnership.isInUse(agency)) return refused('agency-is-in-use')
  return ok({
    value: { agency },
    writes: [{ kind: 'agency-removed', id: agency }],
    changes: [],
    happened: [{ kind: 'agency-set', agency, is: false }],
  })
}

/** "Police " and "police" are one agency. */
function sameName(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

async function partnershipToChange(
  { reads, actor }: Deps,
  version: number | undefined,
): Promise<Result<Partnership, FirstRunRefused>> {
  if (!may.setUpPartnership(actor)) return refused('not-yours-to-set-up-partnership')
  const before = await reads.partnership.partnership()
  if (!before) return refused('not-yours-to-set-up-partnership')
  return version !== undefined && version !== before.version ? refused('changed-meanwhile') : ok(before)
}

function saved(partnership: Partnership, what: 'described' | 'calendar-checked' | 'ready') {
  return ok({
    value: { version: partnership.version + 1 },
    writes: [{ kind: 'partnership', partnership } as const],
    changes: [],
    happened: [{ kind: 'partnership-set', what } as const],
  })
}
