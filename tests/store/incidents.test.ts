import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import { seeChildOfCase } from '#core/cases/see-child-of-case.ts'
import type { IncidentId, PersonId, PostId, RoundId } from '#core/ids.ts'
import type { Withdraw } from '#core/incidents/commands.ts'
import { settleIncident } from '#core/incidents/settle-incident.ts'
import { withdrawAccess } from '#core/incidents/withdraw-access.ts'
import { nameHolder } from '#core/people/name-holder.ts'
import { release } from '#core/round/release.ts'
import { viewIncident, viewIncidents, viewWithdrawOptions } from '#store/incident-views.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { aPanelDay, lookAs, nameTeamAs, person } from '#tests/fixtures/a-panel.ts'
import { ofN08 } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'
import { web } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
let running: Running
beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(async () => {
  await aPanelDay(store)
  await nameTeamAs(running, 'ada')
})

const round = 'round-2' as RoundId
const theLead = { kind: 'holding', post: 'lead-edu' as PostId, person: 'eve' as PersonId } as const
const withdraw = (said: Partial<Withdraw> = {}, who = 'bea') =>
  run(running, request(who), withdrawAccess, {
    about: 'return-edu',
    what: theLead,
    happened: 'The pack of N-08 went to a person of the same name.',
    ...said,
  })
const released = (to: 'qa' | 'panel') => run(running, request('bea'), release, { round, to })
const look = <T>(who: string, work: (seen: Seen & { now: ReturnType<typeof at> }) => Promise<T>) =>
  lookAs(running, who, (seen) => work({ ...seen, now: at('2018-06-06 15:00') }))
const postsOf = (who: string) =>
  running.database.transact(web(who), async (trx) => [
    ...((await findActor(trx, who as PersonId, day('2018-06-06')))?.posts ?? []),
  ])

describe('what went to the wrong person', () => {
  it('is withdrawn in one move: they hold the post no more, and the 72 hours run', async () => {
    expect(await postsOf('eve')).toContain('lead-edu')
    const result = await withdraw()
    expect(result).toMatchObject({ ok: true, value: { number: 'I1' } })
    expect(await postsOf('eve')).not.toContain('lead-edu')
    const list = await look('quinn', viewIncidents)
    expect(list?.items).toMatchObject([
      {
        number: 'I1',
        reference: 'N-08',
        withdrawn: 'Schools (lead person)',
        stands: '71 hours left to report, until 9 June at 14:00',
        open: true,
      },
    ])
  })

  it('shows who opened what and when, from the audit trail, and drafts a note that names nobody', async () => {
    await run(running, { ...request('eve'), key: null }, seeChildOfCase, { case: ofN08.case })
    await run(running, { ...request('ada'), key: null }, seeChildOfCase, { case: ofN08.case })
    const result = await withdraw()
    const id = result.ok ? result.value.id : ('' as IncidentId)
    const view = await look('bea', (seen) => viewIncident(seen, id))
    expect(view?.opened).toEqual([
      { at: '6 June at 14:00', who: 'Eve Lead-Test', what: 'who the child is, N-08' },
    ])
    expect(view?.from).toBe('Eve Lead-Test')
    expect(view?.note).toContain('6 June at 14:00: who the child is, N-08')
    expect(view?.note).not.toContain('Eve')
  })

  it('is a release, too: it is undone, is owed again, and everyone outside who opened something is listed', async () => {
    await released('qa')
    await released('panel')
    expect(await withdraw({ about: round, what: { kind: 'release', to: 'qa' } })).toMatchObject({
      reason: 'panel-first',
    })
    const undone = await withdraw({ about: round, what: { kind: 'release', to: 'panel' } })
    expect(undone).toMatchObject({ ok: true })
    const reads = async () =>
      rows(
        running,
        sql`select released_to_panel is not null as panel, released_to_qa is not null as qa from round`,
      )
    expect(await reads()).toEqual([{ panel: false, qa: true }])
    expect(
      await rows(
        running,
        sql`select closed_at is null as open from duty where kind = 'release-to-panel' and subject_id = ${round}`,
      ),
    ).toEqual([{ open: true }])
    expect(await released('panel')).toMatchObject({ ok: true })
    expect(
      await rows(
        running,
        sql`select what from audit_entry where what like 'withdrew%' or what = 'access-withdrawn'`,
      ),
    ).toHaveLength(2)
  })

  it('is settled once, by whoever saw how it stands', async () => {
    const result = await withdraw()
    const incident = result.ok ? result.value.id : ('' as IncidentId)
    const settle = (who: string, version: number) =>
      run(running, request(who), settleIncident, {
        incident,
        version,
        as: 'reported',
        decided: 'The data protection officer, as two children were named.',
      })
    expect(await settle('eve', 1)).toMatchObject({ reason: 'no-such-incident' })
    expect(await settle('bea', 7)).toMatchObject({ reason: 'changed-meanwhile' })
    expect(await settle('bea', 1)).toMatchObject({ ok: true })
    expect(await settle('bea', 2)).toMatchObject({ reason: 'was-settled' })
    const view = await look('bea', (seen) => viewIncident(seen, incident))
    expect(view).toMatchObject({ open: false, stands: 'Reported, 6 June at 14:00' })
  })

  it.each([
    ['anybody but the partnership', 'ada', {}, 'not-yours-to-withdraw'],
    ['whoever names the child', 'bea', { happened: 'Wren was named.' }, 'happened-names-a-child'],
    ['whoever means what is not there', 'bea', { about: 'nothing' }, 'no-such-thing'],
    [
      'whoever means somebody who does not hold it',
      'bea',
      { what: { ...theLead, person: 'sam' } },
      'not-open-to-them',
    ],
    [
      'whoever means a post that does not read it',
      'bea',
      { what: { ...theLead, post: 'lead-gp' } },
      'not-open-to-them',
    ],
    [
      'whoever means an office, which opens every case',
      'bea',
      { what: { ...theLead, post: 'qa', person: 'quinn' } },
      'office-opens-every-case',
    ],
  ] as const)('is not withdrawn by %s, and nothing is written', async (_, who, said, reason) => {
    expect(await withdraw(said as Partial<Withdraw>, who)).toMatchObject({ ok: false, reason })
    expect(await rows(running, sql`select id from incident`)).toEqual([])
    expect(await postsOf('eve')).toContain('lead-edu')
  })

  it('is the partnership’s alone, behind a wall, too', async () => {
    await withdraw()
    expect(await look('ada', viewIncidents)).toBe(undefined)
    expect(await look('ada', (seen) => viewWithdrawOptions(seen, 'return-edu'))).toBe(undefined)
    expect(await rows(running, sql`select id from incident`, web('ada'))).toEqual([])
    expect(await rows(running, sql`select happened from incident_words`, web('ada'))).toEqual([])
    const trail = sql`select * from openings_of(array['case-n-08'], '2018-01-01')`
    expect(await rows(running, trail, web('ada'))).toEqual([])
  })

  it('is recorded of whoever was taken out of the post already: what they could open was open', async () => {
    const who = { who: person('dot') }
    const named = await run(running, request('bea'), nameHolder, {
      ...who,
      post: theLead.post,
      from: day('2018-06-06'),
    })
    expect(named).toMatchObject({ ok: true })
    expect(await postsOf('eve')).not.toContain('lead-edu')
    const options = await look('bea', (seen) => viewWithdrawOptions(seen, 'return-edu'))
    expect(options?.holders.find(({ name }) => name === 'Eve Lead-Test')?.until).not.toBeNull()
    expect(await withdraw()).toMatchObject({ ok: true })
    expect(await postsOf('dot')).toContain('lead-edu')
    const after = await look('bea', (seen) => viewWithdrawOptions(seen, 'return-edu'))
    expect(after?.holders.map(({ name }) => name)).not.toContain('Eve Lead-Test')
  })

  it('counts every case that the post reads, not only that from which it was withdrawn', async () => {
    const result = await withdraw()
    const id = result.ok ? result.value.id : ('' as IncidentId)
    const [row] = await rows<{ cases: number }>(
      running,
      sql`select cardinality(case_ids) as cases from incident where id = ${id}`,
    )
    const [read] = await rows<{ cases: number }>(
      running,
      sql`select count(distinct r.case_id)::int as cases from agency_return r join concern c on c.subject_id = r.id
        where c.post_id = 'lead-edu'`,
    )
    expect(row?.cases).toBeGreaterThanOrEqual(read?.cases ?? 99)
  })

  it('takes the post from that person alone: who is to follow them follows', async () => {
    const who = { who: person('dot') }
    await run(running, request('bea'), nameHolder, { ...who, post: theLead.post, from: day('2018-06-12') })
    await withdraw()
    const follows = sql`select person_id as person, from_day as day from post_holding
      where post_id = 'lead-edu' and held_as = 'holder' and from_day > '2018-06-06'`
    expect(await rows(running, follows)).toEqual([{ person: 'dot', day: '2018-06-12' }])
  })

  it('offers who holds a post of it today', async () => {
    const options = await look('bea', (seen) => viewWithdrawOptions(seen, 'return-edu'))
    expect(options?.holders.map(({ title, name }) => `${title}: ${name}`)).toContain(
      'Schools (lead person): Eve Lead-Test',
    )
  })
})
