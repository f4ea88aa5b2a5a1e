import type { IncidentId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Settle } from './commands.ts'
import { namesAChild } from './withdraw-access.ts'

export type SettleRefused = 'no-such-incident' | 'was-settled' | 'decided-names-a-child' | 'changed-meanwhile'

type Input = Settle & { readonly incident: IncidentId; readonly version?: number }

/** Whether it was reported within the 72 hours, or need not be: the clock stops, what was decided stays. */
export async function settleIncident(
  { reads, actor, now }: Deps,
  { incident: id, as, decided, version }: Input,
): Outcome<{ version: number }, SettleRefused> {
  const incident = may.withdraw(actor) ? await reads.incidents.incident(id) : undefined
  if (!incident) return refused('no-such-incident')
  if (version !== undefined && version !== incident.version) return refused('changed-meanwhile')
  if (incident.end !== null) return refused('was-settled')
  if (await namesAChild(reads, incident.cases, decided)) return refused('decided-names-a-child')
  return ok({
    value: { version: incident.version + 1 },
    writes: [{ kind: 'incident', incident: { ...incident, end: { as, at: now, decided } } }],
    changes: [],
    happened: [{ kind: 'incident-ended', incident: id, number: incident.number }],
  })
}
