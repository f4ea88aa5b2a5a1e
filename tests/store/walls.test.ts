import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ActionId, CaseId, PersonId, PostId } from '#core/ids.ts'
import { personas } from '#local/story/thread/exampleshire.ts'
import type { Login } from '#store/database.ts'
import type { Running } from '#store/running.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, recorded, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
let ofN08: ActionId

/** Three actions of three cases, one of them answered, so that each table has rows. */
beforeAll(async () => {
  store = await aStore()
  running = store.running
  ofN08 = await recorded(running)
  await answer(running, 'wes', ofN08, { deed: 'report-done', whatWasDone: 'x', evidence: 'x' })
  await recorded(running, { case: 'case-n-05' as CaseId, ...posts('lead-gp', 'lead-ccg') })
  await recorded(running, { case: 'case-n-02' as CaseId, ...posts('lead-csc', 'qa') })
  await sweptAll(running)
})
afterAll(() => store.close())

function posts(owner: string, raiser: string) {
  return { owner: owner as PostId, raiser: raiser as PostId }
}

const web = (person: string | null): Login => ({ as: 'web', person: person as PersonId | null })
const worker: Login = { as: 'worker' }
const as = (login: Login, query: RawBuilder<unknown>) => rows(running, query, login)
const forbidden = expect.objectContaining({ code: '42501' })

const people = personas.map(({ id }) => id)
const offices = ['bea', 'quinn']
const byAction = {
  action_words: 'action_id',
  action_event: 'action_id',
  action_event_text: 'action_id',
  duty: 'subject_id',
} as const
const tables = Object.entries(byAction)

describe.each(people)('%s', (person) => {
  const concerned = sql`select c.subject_id from concern c join post_holding h on h.post_id = c.post_id
    where h.person_id = ${person}`

  it('sees by a bare select the actions that concern a post of theirs, and no other', async () => {
    const mine = await as({ as: 'owner' }, sql`select id from action where id in (${concerned}) order by id`)
    expect(await as(web(person), sql`select id from action order by id`)).toEqual(mine)
  })

  it.each(tables)('and the rows of %s that belong to these', async (table, column) => {
    const [name, action] = [sql.table(table), sql.ref(column)]
    const mine = await as(
      { as: 'owner' },
      sql`select ${action} from ${name} where ${action} in (${concerned}) order by 1`,
    )
    expect(await as(web(person), sql`select ${action} from ${name} order by 1`)).toEqual(mine)
  })

  it('and the children of their cases', async () => {
    const mine = await as(
      { as: 'owner' },
      offices.includes(person)
        ? sql`select name from child_identity order by 1`
        : sql`select name from child_identity where case_id in
            (select case_id from action where id in (${concerned})) order by 1`,
    )
    expect(await as(web(person), sql`select name from child_identity order by 1`)).toEqual(mine)
  })
})

describe('the wall', () => {
  it('shows different people different things', async () => {
    const counts = await Promise.all(
      people.map(async (person) => [person, (await as(web(person), sql`select 1 from action`)).length]),
    )
    expect(Object.fromEntries(counts)).toEqual({
      bea: 3,
      quinn: 3,
      ada: 2,
      eve: 1,
      wes: 1,
      sam: 1,
      dee: 1,
      gil: 1,
      dot: 1,
    })
  })

  it.each([null, '', 'nobody', "wes' or '1'='1"])('shows nothing to the person "%s"', async (person) => {
    for (const table of ['action', 'child_identity', ...Object.keys(byAction)]) {
      expect(await as(web(person), sql`select 1 from ${sql.table(table)}`)).toEqual([])
    }
  })

  it('is forgotten with the transaction: the next one on the same connection is nobody', async () => {
    await as(web('bea'), sql`select 1 from action`)
    expect(await as(web(null), sql`select current_setting('app.person', true) as p`)).toEqual([{ p: '' }])
    expect(await as(web(null), sql`select 1 from action`)).toEqual([])
  })
})

describe('what does not concern a person', () => {
  it('is not changed by them', async () => {
    const before = await as({ as: 'owner' }, sql`select * from action order by id`)
    await as(web('gil'), sql`update action set what = 'x' where id = ${ofN08}`)
    await as(web('gil'), sql`update action_words set help = 'x' where action_id = ${ofN08}`)
    await as(web('gil'), sql`update duty set due_day = '2019-01-01' where subject_id = ${ofN08}`)
    expect(await as({ as: 'owner' }, sql`select * from action order by id`)).toEqual(before)
    expect(
      await as(
        { as: 'owner' },
        sql`select 1 from action_words where help = 'x' union all
        select 1 from duty where due_day = '2019-01-01'`,
      ),
    ).toEqual([])
  })

  it.each([
    sql`insert into action_event (action_id, seq, at, what) values (${'action-of-nobody'}, 1, now(), 'confirm')`,
    sql`insert into action_words (action_id, help) values (${'action-of-nobody'}, 'x')`,
  ])('gets no row from them (%#)', async (insert) => {
    await expect(as(web('gil'), insert)).rejects.toThrow(forbidden)
  })

  it('is not recorded by who is in no office', async () => {
    const copy = sql`insert into action select 'copy', 'A99', case_id, reference, owner_post, raiser_post, lead_post,
      manager_post, qa_post, business_post, what, due_day, recorded_on, opening, chases, version, state, opened_at,
      again_because, again_at, until_day, question, asked_at, reported_at, ended_at from action limit 1`
    await expect(as(web('wes'), copy)).rejects.toThrow(forbidden)
  })
})

describe('the process that sends', () => {
  it.each(['child_identity', 'action_words', 'action_event_text', 'action_event', 'idempotency'])(
    'reads nothing of %s',
    async (table) => {
      await expect(as(worker, sql`select 1 from ${sql.table(table)}`)).rejects.toThrow(forbidden)
    },
  )

  it.each([
    sql`update action set what = 'x'`,
    sql`delete from duty`,
    sql`insert into concern values ('x', 'bm')`,
    sql`update prompt set step = 'x'`,
    sql`update audit_entry set actor = 'wes'`,
    sql`delete from audit_seal`,
    sql`update post_holding set person_id = 'wes'`,
  ])('may not do what is not its work (%#)', async (statement) => {
    await expect(as(worker, statement)).rejects.toThrow(forbidden)
  })
})

describe('a person through the web', () => {
  it.each([
    sql`select 1 from audit_entry`,
    sql`update audit_entry set actor = 'wes'`,
    sql`delete from audit_entry`,
    sql`truncate audit_entry`,
    sql`select 1 from audit_seal`,
    sql`insert into audit_seal values (1, 1, 'x', 'x')`,
    sql`delete from action`,
    sql`delete from action_event`,
    sql`update action_event set what = 'confirm'`,
    sql`update action_event_text set text = 'x'`,
    sql`update child_identity set name = 'x'`,
    sql`update post set kind = 'qa-manager'`,
    sql`update concern set post_id = 'bm'`,
    sql`update message set state = 'sent'`,
    sql`update person set road = 'mail'`,
    sql`update story_clock set story = now()`,
    sql`alter table action disable row level security`,
    sql`drop policy sees on action`,
    sql`create table mine (id int)`,
    sql`drop table action`,
  ])('may not do what no endpoint does (%#)', async (statement) => {
    await expect(as(web('bea'), statement)).rejects.toThrow(forbidden)
  })
})

const holding = (post: string, person: string) =>
  sql`insert into post_holding values (${post}, ${person}, '2018-01-01', null, 'holder')`
const post = (kind: string, agency: string | null, of: string | null) =>
  sql`insert into post (id, kind, title, agency_id, case_id) values ('x', ${kind}, 'x', ${agency}, ${of})`

describe('who holds what', () => {
  it.each([
    ['wes', 'take an office', holding('bm', 'wes')],
    ['ada', 'take an office', holding('qa', 'ada')],
    ['bea', 'take another office', holding('qa', 'bea')],
    ['ada', 'take another agency’s post', holding('lead-gp', 'ada')],
    ['gil', 'name the team of another agency', holding('worker-n08', 'gil')],
    ['ada', 'make an office', post('qa-manager', null, null)],
    ['gil', 'make a post of another agency', post('contributor', 'csc', 'case-n-08')],
    [
      'wes',
      'add people',
      sql`insert into person (id, name, road, mail, tenant_id, aad_id)
      values ('x', 'X-Test', 'mail', 'x', 'x', 'x')`,
    ],
    [
      'gil',
      'make an action concern them',
      sql`insert into concern values (${'action-of-nobody'}, 'lead-gp')`,
    ],
    ['ada', 'add an agency', sql`insert into agency values ('x', 'x')`],
    ['ada', 'list a case', sql`insert into evaluation_case (id, reference, round) values ('x', 'x', 'x')`],
    ['ada', 'make a holiday', sql`insert into bank_holiday values ('2018-06-06')`],
  ] as const)('is not for %s to change: may not %s', async (person, _, statement) => {
    await expect(as(web(person), statement)).rejects.toThrow(forbidden)
  })

  it('is not changed nor taken away by who is in no office and leads nothing of it', async () => {
    const all = sql`select * from post_holding order by 1, 2`
    const before = await as({ as: 'owner' }, all)
    await as(web('gil'), sql`update post_holding set to_day = '2019-01-01'`)
    await as(web('wes'), sql`update post_holding set person_id = 'wes' where post_id = 'bm'`)
    const offices = sql`delete from post_holding where post_id in (select id from post where agency_id is null)`
    for (const person of ['wes', 'gil']) await as(web(person), offices)
    await expect(as(web('bea'), offices)).rejects.toThrow(forbidden)
    await as(
      web('wes'),
      sql`delete from concern where subject_id not in (select action_id from action_words)`,
    )
    expect(await as({ as: 'owner' }, all)).toEqual(before)
  })

  it('is named by a lead person for the team of a case in the own agency', async () => {
    await as(web('ada'), holding('worker-n08', 'gil'))
    const named = sql`delete from post_holding where person_id = 'gil' and post_id = 'worker-n08' returning 1 as n`
    expect(await as({ as: 'owner' }, named)).toEqual([{ n: 1 }])
  })
})

// PGlite's session is its owner's, whatever role it takes: there, these walls stand in no separate login.
const logins = process.env['STORE_ENGINE'] === 'postgresql' ? [web('bea'), worker] : []

describe('on PostgreSQL', () => {
  it('is the engine that the suite names', () => {
    expect(running.database.engine).toBe(process.env['STORE_ENGINE'])
  })

  it.each(logins)('the login $as is no owner and cannot become one', async (login) => {
    const [me] = await rows(
      running,
      sql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*) from pg_tables where tableowner = session_user) as owns,
        (select count(*) from pg_auth_members where member = r.oid) as memberships
        from pg_roles r where rolname = session_user`,
      login,
    )
    expect(me).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owns: 0,
      memberships: 0,
    })
    const [owner] = await rows<{ owner: string }>(
      running,
      sql`select tableowner::text as owner from pg_tables where tablename = 'action'`,
    )
    const others = [owner?.owner ?? '', 'evaluation_web', 'evaluation_worker']
    const mine = login.as === 'web' ? 'evaluation_web' : 'evaluation_worker'
    for (const role of others.filter((each) => each !== mine)) {
      await expect(as(login, sql`set role ${sql.ref(role)}`)).rejects.toThrow(forbidden)
      await expect(as(login, sql`set session authorization ${sql.ref(role)}`)).rejects.toThrow(forbidden)
    }
    await as(login, sql`set local row_security = off`)
    await expect(
      running.database.transact(web('gil'), async (trx) => {
        await sql`set local row_security = off`.execute(trx)
        await sql`select 1 from action`.execute(trx)
      }),
    ).rejects.toThrow(forbidden)
  })
})
