import { sql } from 'kysely'

import type { Database, Login } from './database.ts'

/** What a login may do beyond the walls, and as which of our roles it acts. */
export async function rightsOf(
  database: Database,
  login: Login,
): Promise<{ readonly isAboveWalls: boolean; readonly roles: readonly string[] }> {
  return database.transact(login, async (trx) => {
    const { rows } = await sql<{ above: boolean; web: boolean; worker: boolean }>`
      select r.rolsuper or r.rolbypassrls or exists (
          select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relkind = 'r' and pg_has_role(current_user, c.relowner, 'member'))
        as above,
        pg_has_role(current_user, 'evaluation_web', 'usage') as web,
        pg_has_role(current_user, 'evaluation_worker', 'usage') as worker
      from pg_roles r where r.rolname = current_user`.execute(trx)
    const [found] = rows
    return {
      isAboveWalls: found?.above ?? true,
      roles: [
        ...(found?.web === true ? ['evaluation_web'] : []),
        ...(found?.worker === true ? ['evaluation_worker'] : []),
      ],
    }
  })
}
