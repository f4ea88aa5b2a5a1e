import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'

import type { Day } from '#core/calendar/day.ts'
import { dayOf } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { PersonId, PostId } from '#core/ids.ts'
import { OFFICES } from '#core/people/post.ts'
import type { Office } from '#core/people/post.ts'

import { BY_MAIL } from './access.ts'
import { itself } from './author.ts'
import { storyNow } from './clock.ts'
import type { RealNow } from './clock.ts'
import { record } from './commit.ts'
import type { Database, Trx } from './database.ts'
import { hold } from './holdings.ts'
import { findPersonByEntraId } from './people.ts'

/** Somebody of the partnership's own organisation, by their account in its directory. */
type FirstPerson = {
  readonly tenantId: string
  readonly aadId: string
  readonly name: string
  readonly mail: string
}

/** `held`: somebody is, or is to be. `left`: this person was, and left: an old setting brings nobody back. */
export type FirstRun = 'named' | 'held' | 'left' | 'is-a-guest'

/**
 * The first business manager: the partnership, its offices and the person come into being where nobody holds that
 * post; `instead`, whoever holds it makes way from today: the way back in when nobody can let people in any more. Said
 * again, it changes nothing. It runs as the owner of the tables, with the migration.
 */
export async function firstRun(
  database: Database,
  named: FirstPerson,
  realNow: RealNow,
  instead = false,
): Promise<FirstRun> {
  // Entra writes its ids small in tokens; an administrator may have copied them otherwise.
  const said = { ...named, tenantId: named.tenantId.toLowerCase(), aadId: named.aadId.toLowerCase() }
  return database.transact({ as: 'owner' }, async (trx) => {
    await sql`select pg_advisory_xact_lock(724001)`.execute(trx)
    const now = await storyNow(trx, realNow)
    const today = dayOf(now)
    await trx
      .insertInto('partnership')
      .values({ name: '', contact_name: said.name, contact_phone: '' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const post = await makeOffices(trx, now)
    const holders = await holdersOf(trx, post, today)
    if (holders.length > 0 && !instead) return 'held'
    const signsIn = await findPersonByEntraId(trx, said.tenantId, said.aadId)
    if (signsIn && holders.includes(signsIn)) return 'held'
    const known = signsIn ?? (await knownByMail(trx, said.mail))
    if (known && (await isGuest(trx, known))) return 'is-a-guest'
    if (known && !holders.includes(known) && (await heldBefore(trx, post, known))) return 'left'
    if (known && !signsIn) await bind(trx, known, said)
    const person = known ?? (await addFirst(trx, said))
    await hold(trx, itself(now), { kind: 'holding', post, person, as: 'holder', from: today })
    const account = { tenantId: said.tenantId, aadId: said.aadId }
    await record(trx, itself(now), [
      ...(known && !signsIn ? [{ kind: 'let-in', person, what: 'account-set', account } as const] : []),
      { kind: 'holding-changed', post, person },
    ])
    return 'named'
  })
}

const TITLES: Readonly<Record<Office, string>> = {
  'business-manager': 'Business manager',
  'qa-manager': 'The panel (QA manager)',
  'panel-chair': 'Chair of the panel',
  'subgroup-chair': 'Chair of the subgroup',
}

/** The offices that are not there yet; gives the business manager's. */
async function makeOffices(trx: Trx, now: Moment): Promise<PostId> {
  const rows = await trx
    .selectFrom('post')
    .select(['id', 'kind'])
    .where('kind', 'in', [...OFFICES])
    .execute()
  const ids = new Map<string, PostId>(rows.map(({ id, kind }) => [kind, id]))
  for (const kind of OFFICES) {
    if (ids.has(kind)) continue
    const id = randomUUID() as PostId
    await trx
      .insertInto('post')
      .values({ id, kind, title: TITLES[kind], agency_id: null, case_id: null, round_id: null })
      .execute()
    await record(trx, itself(now), [{ kind: 'post-made', post: id }])
    ids.set(kind, id)
  }
  const post = ids.get('business-manager')
  if (post === undefined) throw new Error('there is no business manager’s post')
  return post
}

async function holdersOf(trx: Trx, post: PostId, today: Day): Promise<readonly PersonId[]> {
  const rows = await trx
    .selectFrom('post_holding')
    .select('person_id')
    .where('post_id', '=', post)
    .where('held_as', '=', 'holder')
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', today)]))
    .execute()
  return rows.map(({ person_id: person }) => person)
}

async function knownByMail(trx: Trx, mail: string): Promise<PersonId | undefined> {
  const row = await trx
    .selectFrom('person')
    .select('id')
    .where('tenant_id', '=', BY_MAIL)
    .where(sql`lower(mail)`, '=', mail.toLowerCase())
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

/** Whoever was known by mail alone has an account from now on. */
async function bind(trx: Trx, person: PersonId, { tenantId, aadId }: FirstPerson): Promise<void> {
  await trx
    .updateTable('person')
    .set({ tenant_id: tenantId, aad_id: aadId })
    .where('id', '=', person)
    .execute()
}

async function addFirst(trx: Trx, { tenantId, aadId, name, mail }: FirstPerson): Promise<PersonId> {
  const id = randomUUID() as PersonId
  await trx
    .insertInto('person')
    .values({ id, name, mail, road: 'both', job_title: '', tenant_id: tenantId, aad_id: aadId })
    .execute()
  return id
}

async function isGuest(trx: Trx, person: PersonId): Promise<boolean> {
  const row = await trx
    .selectFrom('guest_access')
    .select('person_id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}

async function heldBefore(trx: Trx, post: PostId, person: PersonId): Promise<boolean> {
  const row = await trx
    .selectFrom('post_change')
    .select('seq')
    .where('post_id', '=', post)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row !== undefined
}
