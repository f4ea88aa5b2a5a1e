import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { viewFound } from '#store/find-view.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { lookAs } from '#tests/fixtures/a-panel.ts'
import { asked, concernsOf, deny, inJanuary, promise, raise } from '#tests/fixtures/in-january.ts'
import type { InJanuary } from '#tests/fixtures/in-january.ts'

let house: InJanuary
beforeAll(async () => {
  house = await inJanuary()
})
afterAll(() => house.store.close())
beforeEach(() => house.startAgain())

const { raised, register, said, say, view } = concernsOf(() => house)
const stepUp = { ...deny, deed: 'step-up' }
const waits = { ...promise, by: '2018-02-16', waitsFor: 'The step-up panel of 16 February' }

describe('waiting for a panel when stepping up is needed (LEI-22)', () => {
  it('the raiser is asked after five working days whether it can be stepped up now, and a yes opens the next stage', async () => {
    const id = await raised({ about: 'stepping' })
    await said('ada', id, waits)
    expect((await view('eve', id)).may).toMatchObject({ waitOn: false, stepUp: true })
    expect(await asked(house.store, '2018-01-15 09:00')).toEqual([])
    expect(await asked(house.store, '2018-01-16 09:00')).toEqual(['ask-step-up told: eve'])
    const now = await view('eve', id)
    expect([now.may.waitOn, now.stages[0]?.promise?.waitsFor]).toEqual([true, waits.waitsFor])
    await said('eve', id, stepUp)
    const { stages, history } = await view('eve', id)
    expect(stages.map(({ ended }) => ended?.how)).toEqual(['stepped-up', undefined])
    expect(history[0]?.what).toBe('Took it to a further stage')
    expect(await rebuildDuties(house.store.running)).toMatchObject({ changed: 0 })
  })

  it('is asked of its raiser alone', async () => {
    const id = await raised()
    await said('ada', id, waits)
    await asked(house.store, '2018-01-16 09:00')
    for (const who of ['ada', 'bea', 'quinn'])
      expect([who, (await say(who, id, { deed: 'wait-on' })).status]).toEqual([who, 403])
    expect((await say('gil', id, { deed: 'wait-on' })).status).toBe(404)
  })
})

describe('waiting for a panel that causes delay (LEH-17)', () => {
  it('who waits on is asked again; who does not answer is, too, and then the partnership hears of it', async () => {
    const id = await raised({ about: 'stepping' })
    await said('ada', id, waits)
    await asked(house.store, '2018-01-16 09:00')
    await said('eve', id, { deed: 'wait-on' })
    expect((await say('eve', id, { deed: 'wait-on' })).status).toBe(409)
    expect(await asked(house.store, '2018-01-22 09:00')).toEqual([])
    expect(await asked(house.store, '2018-01-23 09:00')).toEqual(['ask-step-up told: eve'])
    expect(await asked(house.store, '2018-01-26 09:00')).toEqual(['ask-step-up asked-again: eve'])
    expect(await asked(house.store, '2018-01-30 09:00')).toEqual([
      'ask-step-up waits: bea',
      'ask-step-up waits: dot',
      'ask-step-up waits: eve',
    ])
    expect((await view('eve', id)).history[0]?.what).toBe('Chose to wait for the meeting')
    expect(await rebuildDuties(house.store.running)).toMatchObject({ changed: 0 })
  })

  it('a promise that waits for no meeting asks nothing of the kind', async () => {
    const id = await raised()
    await said('ada', id, { ...waits, waitsFor: '' })
    expect(await asked(house.store, '2018-01-16 09:00')).toEqual([])
    expect((await say('eve', id, { deed: 'wait-on' })).status).toBe(409)
  })
})

describe('stages that are skipped', () => {
  it('stand in the register as skipped, with the reason', async () => {
    const id = await raised()
    const straight = { ...stepUp, rung: 2 }
    expect((await say('eve', id, straight)).status).toBe(422)
    await said('eve', id, { ...straight, skipBecause: 'The manager is the one who decided.' })
    const { stages, next, further } = await view('bea', id)
    expect(stages.map(({ name, skipped }) => [name, skipped])).toEqual([
      ['Stage 1', null],
      ['Stage 3', { names: ['Stage 2'], because: 'The manager is the one who decided.' }],
    ])
    expect([next.name, further.map(({ name }) => name)]).toEqual(['Stage 4', ['Stage 5']])
    const [row] = (await register('bea')).items
    expect([row?.stage, row?.skipped]).toEqual(['Stage 3', ['Stage 2']])
  })

  it('also when it is raised: straight to a later stage', async () => {
    const id = await raised({ rung: 1, skipBecause: 'We spoke twice already.' })
    expect((await view('eve', id)).stages.map(({ name, skipped }) => [name, skipped?.names])).toEqual([
      ['Stage 2', ['Stage 1']],
    ])
  })
})

const found = async (who: string, q: string) =>
  (await lookAs(house.store.running, who, (seen) => viewFound(seen, q))).items.map(({ name }) => name)

describe('cases that the audit group takes further (LEH-11)', () => {
  const cases = ['N-05', 'N-08', 'N-14', 'N-17']

  it('each is raised from its case to social care, and followed until somebody says that it happened', async () => {
    const ids: string[] = []
    for (const reference of cases) {
      const answer = await house.call('quinn', 'POST', '/api/escalations', {
        body: { ...raise, raiser: 'qa', about: 'threshold', reference },
      })
      expect([reference, answer.status]).toEqual([reference, 201])
      ids.push((answer.body as { id: string }).id)
    }
    const { items } = await register('bea')
    expect(new Set(items.map(({ reference, state }) => `${reference} ${state}`))).toEqual(
      new Set(cases.map((reference) => `${reference} waiting`)),
    )
    expect((await view('ada', ids[0] ?? '')).may.promise).toBe(true)
    await said('quinn', ids[0] ?? '', { deed: 'confirm-kept', outcome: 'Social care took it on.' })
    expect((await register('bea')).items.filter(({ owing }) => owing)).toHaveLength(3)
  })

  it('is found by its number and by its case, by those whom it concerns', async () => {
    await house.call('quinn', 'POST', '/api/escalations', { body: { ...raise, raiser: 'qa' } })
    for (const who of ['quinn', 'bea', 'ada']) {
      expect([who, await found(who, 'x1')]).toEqual([who, ['Escalation X1, N-08']])
      expect([who, (await found(who, 'N-08')).includes('Escalation X1, N-08')]).toEqual([who, true])
    }
    for (const who of ['eve', 'gil', 'wes']) {
      expect([who, await found(who, 'X1')]).toEqual([who, []])
      expect([who, (await found(who, 'N-08')).includes('Escalation X1, N-08')]).toEqual([who, false])
    }
  })
})
