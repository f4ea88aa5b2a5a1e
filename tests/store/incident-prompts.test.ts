import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { IncidentId, MessageId, PostId } from '#core/ids.ts'
import { settleIncident } from '#core/incidents/settle-incident.ts'
import { withdrawAccess } from '#core/incidents/withdraw-access.ts'
import { overviewSummary } from '#core/prompts/overview.ts'
import { sweepIncidents } from '#store/incident-prompts.ts'
import { overviewOf } from '#store/overviews.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import { aPanelDay, nameTeamAs } from '#tests/fixtures/a-panel.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'

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
  await store.setClock(at('2018-06-08 16:40'))
})

const withdraw = async (): Promise<IncidentId> => {
  const result = await run(running, request('bea'), withdrawAccess, {
    about: 'return-edu',
    what: { kind: 'holding', post: 'lead-edu' as PostId, person: 'eve' as never },
    happened: 'It went to a person of the same name.',
  })
  if (!result.ok) throw new Error(result.reason)
  return result.value.id
}
const told = async () => {
  const written = await rows<{ step: string; person: string; message: MessageId; any: boolean }>(
    running,
    sql`select step, i.person_id as person, message_id as message, at_any_hour as "any"
      from incident_prompt i join message m on m.id = i.message_id order by i.at, i.person_id`,
  )
  return written.map(({ step, person, any }) => `${step}: ${person}${any ? ', at any hour' : ''}`)
}
const latest = async () => {
  const [row] = await rows<{ id: MessageId }>(
    running,
    sql`select id from message where twin_of is null order by number desc limit 1`,
  )
  return row ? overviewOf(running, row.id) : undefined
}

describe('the 72 hours of an incident', () => {
  it('are told to those who decide at once, a day and four hours before the end: over the weekend, too', async () => {
    await withdraw()
    expect(await sweepIncidents(running)).toBe(2)
    expect(await sweepIncidents(running)).toBe(0)
    expect(await told()).toEqual(['at-once: bea, at any hour', 'at-once: quinn, at any hour'])
    const first = await latest()
    expect(first && overviewSummary(first)).toBe('Sent to the wrong person: 1 is not decided yet')
    expect(first?.lines[0]?.references).toEqual(['I1, 72 hours left'])
    await store.setClock(at('2018-06-10 16:39'))
    expect(await sweepIncidents(running)).toBe(0)
    await store.setClock(at('2018-06-10 16:40'))
    expect(await sweepIncidents(running)).toBe(2)
    await store.setClock(at('2018-06-11 12:40'))
    expect(await sweepIncidents(running)).toBe(2)
    expect((await latest())?.lines[0]?.references).toEqual(['I1, 4 hours left'])
    await store.setClock(at('2018-06-12 09:00'))
    expect(await sweepIncidents(running)).toBe(0)
  })

  it('missed steps are one', async () => {
    await withdraw()
    await store.setClock(at('2018-06-11 13:00'))
    expect(await sweepIncidents(running)).toBe(2)
    expect(await told()).toEqual(['hours-before: bea, at any hour', 'hours-before: quinn, at any hour'])
  })

  it('once it is decided nobody hears any more, not even what is written already', async () => {
    const incident = await withdraw()
    await sweepIncidents(running)
    const decided = { as: 'not-reportable', decided: 'Nothing was opened.' } as const
    await run(running, request('quinn'), settleIncident, { incident, ...decided })
    expect(await latest()).toBeUndefined()
    await store.setClock(at('2018-06-10 17:00'))
    expect(await sweepIncidents(running)).toBe(0)
  })

  it('the process that sends reads when they end, and no word of it', async () => {
    await withdraw()
    for (const column of ['person_id', 'case_ids', 'reference'])
      await expect(
        rows(running, sql`select ${sql.ref(column)} from incident`, { as: 'worker' }),
      ).rejects.toThrow(expect.objectContaining({ code: '42501' }))
  })
})
