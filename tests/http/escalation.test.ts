import { randomUUID } from 'node:crypto'

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { EscalationOptions } from '#core/escalation/views.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { asked, concernsOf, deny, inJanuary, promise, raise } from '#tests/fixtures/in-january.ts'
import type { InJanuary } from '#tests/fixtures/in-january.ts'
import { at, rows } from '#tests/fixtures/store-acts.ts'

let house: InJanuary
beforeAll(async () => {
  house = await inJanuary()
})
afterAll(() => house.store.close())
beforeEach(() => house.startAgain())

const { raised, register, said, say, view } = concernsOf(() => house)
const options = async (who: string) =>
  (await house.call(who, 'GET', '/api/escalation-options')).body as EscalationOptions

describe('X1: promised for 12 January, believed done, not done', () => {
  it('both sides are asked on that day, the next stage opens, the visit is on 2 February, feedback stands in the register', async () => {
    const id = await raised()
    expect((await view('ada', id)).stages[0]).toMatchObject({
      interimSafety: raise.interimSafety,
      due: '2018-01-12',
    })
    expect(await asked(house.store, '2018-01-09 10:05')).toEqual(['answer-escalation told: ada'])
    await said('ada', id, promise)
    expect((await view('eve', id)).row.stateWords).toBe('Promised by Friday 12 January')

    expect(await asked(house.store, '2018-01-11 09:00')).toEqual(['keep-promise due-soon: ada'])
    expect(await asked(house.store, '2018-01-12 09:00')).toEqual([
      'check-promise due: eve',
      'keep-promise due: ada',
    ])
    await said('ada', id, { deed: 'say-kept' })
    expect((await view('eve', id)).row.state).toBe('promised')

    expect((await say('eve', id, { ...deny, interimSafety: ' ' })).status).toBe(422)
    await said('eve', id, deny)
    const next = await view('dee', id)
    expect(next.stages.map(({ name, addressee, ended }) => [name, addressee, ended?.how])).toEqual([
      ['Stage 1', "Children's Social Care (lead person)", 'not-kept'],
      ['Stage 2', 'Health (Designated Nurse)', undefined],
    ])
    expect(await asked(house.store, '2018-01-12 09:05')).toEqual([
      'answer-escalation told: bea',
      'answer-escalation told: dee',
    ])

    await said('dee', id, { ...promise, by: '2018-02-02' })
    expect(await asked(house.store, '2018-02-01 09:00')).toEqual(['keep-promise due-soon: dee'])
    expect(await asked(house.store, '2018-02-02 09:00')).toEqual([
      'check-promise due: eve',
      'keep-promise due: dee',
    ])
    await said('eve', id, { deed: 'confirm-kept', outcome: 'They visited on 2 February.' })
    expect((await view('dee', id)).may.giveFeedback).toBe(true)
    await said('dee', id, { deed: 'give-feedback', feedback: 'The plan was changed.' })
    // Whoever raised it is told what came of it, and says that they have read it.
    expect(await asked(house.store, '2018-02-02 10:00')).toEqual(['hear-feedback told: eve'])
    expect((await view('eve', id)).row.yours).toBe(true)
    await said('eve', id, { deed: 'hear-feedback' })
    await said('bea', id, { deed: 'set-theme', theme: 'action' })

    const closed = await view('eve', id)
    expect([closed.row.state, closed.feedback, closed.outcome]).toEqual([
      'closed',
      'The plan was changed.',
      'They visited on 2 February.',
    ])
    expect(closed.history.map(({ what }) => what)).toEqual([
      'Said what can be learned from it',
      'Read what came of it',
      'Said what came of it',
      'Said that it happened',
      'Promised what will be done',
      'Said that it did not happen, and opened the next stage',
      'Said that what was promised is done',
      'Promised what will be done',
      'Raised the concern',
    ])
    const { items, counts } = await register('bea', '?theme=action')
    expect(items.map(({ number, stateWords }) => [number, stateWords])).toEqual([['X1', 'Closed']])
    expect(counts).toEqual([{ theme: 'action', stage: 2, open: 0, ended: 1 }])
    expect(await rebuildDuties(house.store.running)).toMatchObject({ changed: 0 })
  })

  it('a promise that nobody checks asks the raiser again, with the business manager at last', async () => {
    const id = await raised()
    await said('ada', id, promise)
    await asked(house.store, '2018-01-12 09:00')
    expect(await asked(house.store, '2018-01-15 09:00')).toEqual([
      'check-promise day-after: eve',
      'keep-promise late: ada',
    ])
    await asked(house.store, '2018-01-17 09:00')
    expect(await asked(house.store, '2018-01-19 09:00')).toEqual([
      'check-promise deputy: bea',
      'check-promise deputy: dot',
      'check-promise deputy: eve',
    ])
    expect((await view('eve', id)).row.state).toBe('promised')
  })
})

describe('without an answer', () => {
  it('raiser and business manager hear on the next working day, and the raiser goes on', async () => {
    const id = await raised()
    await asked(house.store, '2018-01-12 09:00')
    expect(await asked(house.store, '2018-01-15 09:00')).toEqual([
      'answer-escalation late: ada',
      'answer-escalation late: bea',
      'answer-escalation late: eve',
    ])
    await said('eve', id, { ...deny, deed: 'step-up' })
    expect((await view('eve', id)).stages[0]?.ended?.how).toBe('unanswered')
  })

  it('waiting for a panel the partnership steps it up the same day (X2)', async () => {
    const id = await raised()
    await said('bea', id, { ...deny, deed: 'step-up' })
    const { stages, history } = await view('dee', id)
    expect(stages.map(({ ended }) => ended?.how)).toEqual(['stepped-up', undefined])
    expect(history[0]?.who).toBe('Bea Officer-Test')
  })
})

describe('between teams of one agency (X3)', () => {
  it('its own ladder is used by itself, and the second stage settles it', async () => {
    await rows(
      house.store.running,
      sql`insert into post (id, kind, title, agency_id, case_id) values
        ('team-b', 'escalation-lead', 'Team B', 'csc', null), ('service', 'escalation-lead', 'Service manager', 'csc', null)`,
    )
    await rows(
      house.store.running,
      sql`insert into post_holding (post_id, person_id, from_day, held_as) values
        ('team-b', 'sam', '2018-01-01', 'holder'), ('service', 'wes', '2018-01-01', 'holder')`,
    )
    const answer = await house.call('ada', 'POST', '/api/escalations', {
      body: { ...raise, raiser: 'lead-csc', addressee: 'team-b', about: 'roles', reference: '' },
    })
    const { id } = answer.body as { id: string }
    expect((await view('ada', id)).ladder.name).toMatch(/one agency/)
    await said('ada', id, { deed: 'step-up', interimSafety: 'Team A visits.', addressee: 'service' })
    await house.store.setClock(at('2018-01-15 10:00'))
    await said('ada', id, { deed: 'confirm-kept', outcome: 'Team B has it.' })
    expect((await view('wes', id)).stages.map(({ ended }) => ended?.how)).toEqual(['stepped-up', 'settled'])
  })
})

describe('a child in danger now (X5)', () => {
  it('is told what to do; nothing is stored and no clock starts', async () => {
    const answer = await house.call('eve', 'POST', '/api/escalations', { body: { ...raise, danger: true } })
    expect(answer.status).toBe(409)
    expect(answer.text).toMatch(/Ring 999/)
    expect(await asked(house.store, '2018-01-09 10:05')).toEqual([])
    for (const table of ['escalation', 'duty', 'deed_event', 'concern', 'idempotency']) {
      expect([table, ...(await rows(house.store.running, sql`select 1 from ${sql.table(table)}`))]).toEqual([
        table,
      ])
    }
    // Nor is its number used up.
    await raised()
    expect((await register('eve')).items.map(({ number }) => number)).toEqual(['X1'])
  })
})

describe('the door', () => {
  it.each([
    ['another’s post', { raiser: 'lead-csc' }, 422, /not your post/],
    ['oneself', { addressee: 'lead-edu' }, 422, /somebody else/],
    ['nobody', { addressee: 'never-there' }, 422, /Nobody can be asked/],
    ['a ladder without times', { ladder: 'leicester' }, 409, /not filled in/],
    ['a ladder that is not known', { ladder: 'elsewhere' }, 422, /not known/],
    ['a later day than the ladder’s', { due: '2018-01-15' }, 422, /later than the procedure/],
    ['a name as reference', { reference: 'Wren' }, 422, /Never a name/],
    ['no interim safety arrangement', { interimSafety: '  ' }, 422, /kept safe/],
  ])('%s is refused', async (_, over, status, sentence) => {
    const answer = await house.call('eve', 'POST', '/api/escalations', { body: { ...raise, ...over } })
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(sentence)])
    expect((await register('bea')).items).toEqual([])
  })

  it('a second press under one key raises it once', async () => {
    const key = randomUUID()
    const first = await house.call('eve', 'POST', '/api/escalations', { body: raise, key })
    const second = await house.call('eve', 'POST', '/api/escalations', { body: raise, key })
    expect([second.status, second.text]).toEqual([201, first.text])
    expect((await register('eve')).items).toHaveLength(1)
  })

  it('an answer to a version that somebody else changed changes nothing', async () => {
    const id = await raised()
    expect((await say('ada', id, promise, 1)).status).toBe(200)
    expect((await say('eve', id, { deed: 'confirm-kept' }, 1)).status).toBe(412)
    expect((await view('eve', id)).row.state).toBe('promised')
  })

  it('what can be chosen holds nobody’s case but those of one’s own', async () => {
    expect((await options('eve')).mine.map(({ id }) => id)).toEqual(['lead-edu'])
    expect((await options('eve')).others.map(({ id }) => id)).not.toContain('worker-n08')
    expect((await options('sam')).others.map(({ id }) => id)).toContain('worker-n08')
    expect((await options('eve')).ladders.find(({ id }) => id === 'leicester')).toMatchObject({
      usable: false,
      first: 'no time is filled in yet',
    })
  })
})
