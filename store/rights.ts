import { sql } from 'kysely'

import type { Database, Login } from './database.ts'

type Rights = {
  readonly isAboveWalls: boolean
  /** As which of our roles it acts. */
  readonly roles: readonly string[]
  /** As which it acts or could: what it would take is one statement. */
  readonly within: readonly string[]
}

/** Why a login is not behind its wall. */
export type Wallless = 'above-walls' | 'not-this-role' | 'both-roles'

/** Whether a login acts as just one of our roles; undefined: it does. */
export function wallless(
  { isAboveWalls, roles, within }: Rights,
  wanted: 'evaluation_web' | 'evaluation_worker',
): Wallless | undefined {
  if (isAboveWalls) return 'above-walls'
  if (!roles.includes(wanted)) return 'not-this-role'
  return within.length > 1 ? 'both-roles' : undefined
}

/** What a login may do beyond the walls, and as which of our roles it acts. */
export async function rightsOf(database: Database, login: Login): Promise<Rights> {
  return database.transact(login, async (trx) => {
    const { rows } = await sql<Found>`
      select r.rolsuper or r.rolbypassrls or exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(current_user, c.relowner, 'member'))
        as above,
        pg_has_role(current_user, 'evaluation_web', 'usage') as web,
        pg_has_role(current_user, 'evaluation_worker', 'usage') as worker,
        pg_has_role(current_user, 'evaluation_web', 'member') as in_web,
        pg_has_role(current_user, 'evaluation_worker', 'member') as in_worker
      from pg_roles r where r.rolname = current_user`.execute(trx)
    const [found] = rows
    return {
      isAboveWalls: found?.above ?? true,
      roles: rolesOf(found?.web, found?.worker),
      within: rolesOf(found?.in_web, found?.in_worker),
    }
  })
}

type Found = { above: boolean; web: boolean; worker: boolean; in_web: boolean; in_worker: boolean }

function rolesOf(web: boolean | undefined, worker: boolean | undefined): readonly string[] {
  return [...(web === true ? ['evaluation_web'] : []), ...(worker === true ? ['evaluation_worker'] : [])]
}
