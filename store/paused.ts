import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/**
 * What is sent about a child while their case rests: nothing but an escalation, which is about their safety now
 * (decisions.md 16; docs/decisions/0006).
 */
export function isNotPaused(duty: 'd' | 'duty'): RawBuilder<boolean> {
  const [kind, reference] = [sql.ref(`${duty}.subject_kind`), sql.ref(`${duty}.reference`)]
  return sql<boolean>`(${kind} = 'escalation' or ${reference} not in (select reference from paused_reference))`
}
