import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { NameTeam } from '#core/cases/commands.ts'
import { viewCase, viewPeopleOptions } from '#store/case-view.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { aPanelDay, lookAs, nameTeamAs, openDutiesOfCases, person } from '#tests/fixtures/a-panel.ts'
import { ofN08 } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'

let store: TestStore
let running: Running
const n08 = ofN08.case

beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())
beforeEach(() => aPanelDay(store))

const noor = {
  name: 'Noor Worker-Test',
  mail: 'noor@example.org',
  jobTitle: 'Social worker',
  road: 'mail',
} as const
const name = (who: string, said: Partial<NameTeam> & { version?: number } = {}) =>
  nameTeamAs(running, who, said)
const look = <T>(who: string, work: (seen: Seen) => Promise<T>) => lookAs(running, who, work)
const openDuties = () => openDutiesOfCases(running)
const people = () => rows(running, sql`select id from person order by 1`)

const holders = (kind: string) =>
  rows<{ person: string; from: string; to: string | null }>(
    running,
    sql`select h.person_id as person, h.from_day as from, h.to_day as to from post_holding h
      join post p on p.id = h.post_id join case_file f on p.id in (f.worker_post, f.manager_post)
      where p.kind = ${kind} order by 2, 1`,
  )

describe('naming who works with the child', () => {
  it('gives both a post for this case, and the lead agency owes nothing more', async () => {
    expect(await name('ada')).toEqual({ ok: true, value: { version: 2 } })
    expect(await holders('allocated-worker')).toEqual([{ person: 'wes', from: '2018-06-06', to: null }])
    expect(await holders('supervising-manager')).toEqual([{ person: 'sam', from: '2018-06-06', to: null }])
    expect((await openDuties()).map(({ kind }) => kind)).toEqual(['record-panel'])
    expect((await look('ada', (seen) => viewCase(seen, n08)))?.team).toEqual({
      name: 'Family safeguarding north',
      worker: { person: 'wes', name: 'Wes Worker-Test' },
      manager: { person: 'sam', name: 'Sam Manager-Test' },
    })
  })

  it('can name somebody for the first time; a mail address that is known is that person', async () => {
    await name('ada', { worker: noor })
    const [worker] = await holders('allocated-worker')
    expect(
      await rows(running, sql`select name, road, mail from person where id = ${worker?.person}`),
    ).toEqual([{ name: 'Noor Worker-Test', road: 'mail', mail: 'noor@example.org' }])
    await name('ada', { worker: { ...noor, mail: 'NOOR@example.org' }, version: 2 })
    expect(await holders('allocated-worker')).toEqual([worker])
  })

  it('later is a hand-over: the post stays, and changes its holder from that day', async () => {
    await name('ada')
    await store.setClock(at('2018-06-11 09:00'))
    await name('bea', { worker: noor })
    const both = await holders('allocated-worker')
    expect(both.map(({ from, to }) => [from, to])).toEqual([
      ['2018-06-06', '2018-06-10'],
      ['2018-06-11', null],
    ])
    expect(await holders('supervising-manager')).toHaveLength(1)
  })

  it('can be put right on the same day', async () => {
    await name('ada', { worker: noor })
    await name('ada')
    expect((await holders('allocated-worker')).map((each) => each.person)).toEqual(['wes'])
  })

  it('refuses a lead person of any agency in the case, and leaves nothing behind', async () => {
    const before = await people()
    expect(await name('ada', { worker: person('eve'), manager: noor })).toMatchObject({
      reason: 'lead-person-is-worker',
    })
    expect(await name('bea', { manager: person('ada') })).toMatchObject({ reason: 'lead-person-is-manager' })
    expect(await people()).toEqual(before)
  })

  it.each([
    ['another agency of the panel', 'eve', {}, 'not-yours-to-name'],
    ['an agency that is not on this panel', 'dee', {}, 'no-such-case-file'],
    ['whoever saw an older version', 'ada', { version: 7 }, 'changed-meanwhile'],
    ['whoever names somebody unknown', 'ada', { worker: person('nobody') }, 'no-such-person'],
    ['whoever names one new person twice', 'ada', { worker: noor, manager: noor }, 'worker-is-manager'],
  ] as const)('is refused to %s', async (_, who, said, reason) => {
    expect(await name(who, said)).toMatchObject({ ok: false, reason })
  })

  it('is chosen from a list that lead persons and the partnership see, and nobody else', async () => {
    const options = await look('ada', viewPeopleOptions)
    expect(options?.people).toContainEqual({ id: 'wes', name: 'Wes Worker-Test', jobTitle: '' })
    expect(await look('wes', viewPeopleOptions)).toBe(undefined)
  })
})
