import { sql } from 'kysely'

import type { Calendar } from '#core/calendar/working-days.ts'
import { monitorOf } from '#core/learning/monitor.ts'
import type { MonitorAction, MonitorFacts, MonitorForm, MonitorRound } from '#core/learning/monitor.ts'
import type { MonitorView } from '#core/learning/views.ts'
import { may } from '#core/people/may.ts'
import { ROUND_STATES } from '#core/round/words.ts'

import type { Trx } from './database.ts'
import type { Seen } from './seen.ts'

/**
 * What became of all that was agreed, in every round whose panel day was held: read through views of their own,
 * which hold nothing else. Undefined for everyone but the subgroup's chair and the partnership.
 */
export async function viewMonitor(
  { trx, actor, today }: Seen,
  calendar: Calendar,
): Promise<MonitorView | undefined> {
  if (!may.monitor(actor)) return undefined
  const { rows: actions } = await sql<MonitorAction>`
    select m.id, m.round, coalesce(g.name, 'The partnership') as agency, m.raiser, m.number, m.reference,
      m.state, m.due_day as due, m.chases, m.reported_at as "reportedAt"
    from monitor_action m left join agency g on g.id = m.agency_id
    order by m.due_day, length(m.number), m.number`.execute(trx)
  const { rows: forms } = await sql<MonitorForm>`
    select m.id, o.code as round, coalesce(g.name, 'The partnership') as agency, m.reference, m.state,
      m.due_day as due, m.chases, o.state <> 'complete' as "goesOn"
    from monitor_form m join round o on o.id = m.round_id left join agency g on g.id = m.agency_id
    order by m.due_day, m.reference`.execute(trx)
  const rounds = await roundsWith(trx, actions)
  return monitorOf({ rounds, actions, forms, escalations: await escalationsNow(trx) }, today, calendar)
}

/** The rounds whose panel day was held, newest first; then those of a time before the rounds were here. */
async function roundsWith(trx: Trx, actions: readonly MonitorAction[]): Promise<readonly MonitorRound[]> {
  const rows = await trx
    .selectFrom('round')
    .select(['id', 'code', 'theme', 'state'])
    .where('held_at', 'is not', null)
    .orderBy('held_at', 'desc')
    .orderBy('code')
    .execute()
  const known = rows.map(({ id, code, theme, state }) => ({ id, code, theme, stands: ROUND_STATES[state] }))
  const codes = new Set(known.map(({ code }) => code))
  const older = [...new Set(actions.map(({ round }) => round))].filter((code) => !codes.has(code)).toSorted()
  return [...known, ...older.map((code) => ({ id: null, code, theme: '', stands: 'An earlier round' }))]
}

async function escalationsNow(trx: Trx): Promise<MonitorFacts['escalations']> {
  const { rows } = await sql<MonitorFacts['escalations']>`
    select count(*) filter (where open)::int as open, count(*) filter (where not open)::int as ended
    from escalation_count`.execute(trx)
  return rows[0] ?? { open: 0, ended: 0 }
}
