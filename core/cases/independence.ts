import type { AgencyId, PersonId, PostId } from '../ids.ts'
import type { Round } from '../round/round.ts'
import type { CaseFile } from './case-file.ts'

/**
 * The lead persons' posts that have to be independent of this case (OLD-30, rules.md 2.4): its lead agency's,
 * those of the panel's members, and of the agencies whose returns one of these collates.
 */
export function leadsOfCase(
  { lead, members }: Pick<CaseFile, 'lead' | 'members'>,
  round: Pick<Round, 'members'>,
): readonly PostId[] {
  const seated = new Set<PostId>([lead, ...members])
  const collating = new Set<AgencyId>(
    round.members.filter((member) => seated.has(member.lead)).map(({ agency }) => agency),
  )
  const collated = round.members.filter(({ collator }) => collator !== null && collating.has(collator))
  return [...new Set([...seated, ...collated.map((member) => member.lead)])]
}

export type NotIndependent = 'lead-person-is-worker' | 'lead-person-is-manager' | 'worker-is-manager'

/** Nobody looks at their own work: a lead person is neither the worker nor the manager, and these are two people. */
export function whyNotIndependent(
  leads: readonly PersonId[],
  { worker, manager }: { readonly worker: PersonId; readonly manager: PersonId },
): NotIndependent | null {
  return whyNoneIndependent(leads, [worker], [manager])
}

/** The same where a post may be vacant for a while, or change hands later. */
export function whyNoneIndependent(
  leads: readonly PersonId[],
  workers: readonly PersonId[],
  managers: readonly PersonId[],
): NotIndependent | null {
  if (workers.some((worker) => leads.includes(worker))) return 'lead-person-is-worker'
  if (managers.some((manager) => leads.includes(manager))) return 'lead-person-is-manager'
  return workers.some((worker) => managers.includes(worker)) ? 'worker-is-manager' : null
}
