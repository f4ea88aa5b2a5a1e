import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { answerDuty } from '#core/actions/answer-duty.ts'
import type { Answer } from '#core/actions/commands.ts'
import { day } from '#core/calendar/day.ts'
import type { DutyId } from '#core/ids.ts'
import { rebuildDuties } from '#store/rebuild-duties.ts'
import { run } from '#store/run.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, at, messages, recorded, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

const theDuty = async (kind: string): Promise<DutyId> => {
  const [row] = await rows<{ id: DutyId }>(
    store.running,
    sql`select id from duty where kind = ${kind} and closed_at is null`,
  )
  if (!row) throw new Error(`no ${kind}`)
  return row.id
}
const says = async (who: string, duty: DutyId, said: Answer) => {
  const result = await run(store.running, request(who), answerDuty, { duty, answer: said })
  return result.ok ? 'done' : result.reason
}

it('an action that waits for a panel: its raiser is asked whether to step up now, by prompts of its own', async () => {
  const { running } = store
  await store.setClock(at('2018-06-06 14:20'))
  const action = await recorded(running)
  const waitsFor = 'The step-up panel of 20 July'
  const until = day('2018-07-20')
  await answer(running, 'wes', action, { deed: 'ask-for-time', until, reason: 'It goes there.', waitsFor })
  await answer(running, 'eve', action, { deed: 'agree-time' })
  await sweptAll(running)
  await store.setClock(at('2018-06-12 09:00'))
  await sweptAll(running)
  await store.setClock(at('2018-06-13 09:00'))
  await sweptAll(running)
  expect((await messages(running)).at(-1)).toMatchObject({ person: 'eve', steps: ['A1 told'] })

  const first = await theDuty('consider-step-up')
  expect(await says('wes', first, { deed: 'wait-longer' })).toBe('not-yours-to-answer')
  expect(await says('eve', first, { deed: 'wait-longer' })).toBe('done')
  expect(await says('eve', first, { deed: 'wait-longer' })).toBe('already-answered')
  await store.setClock(at('2018-06-20 09:00'))
  await sweptAll(running)
  expect(await theDuty('consider-step-up')).not.toBe(first)
  expect((await messages(running)).at(-1)).toMatchObject({ person: 'eve', steps: ['A1 told'] })
  expect(await rebuildDuties(running)).toMatchObject({ changed: 0 })
  const texts = await rows<{ field: string }>(running, sql`select field from action_event_text order by 1`)
  expect(texts.map(({ field }) => field)).toContain('waitsFor')
})
