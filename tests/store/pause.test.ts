import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { pauseCase, resumeCase } from '#core/cases/pause-case.ts'
import type { MessageId } from '#core/ids.ts'
import { remindCells } from '#core/round/grid/remind-cells.ts'
import { itemsOf } from '#store/message-items.ts'
import { run } from '#store/run.ts'
import { sweep } from '#store/sweep.ts'
import { aForm } from '#tests/fixtures/a-form.ts'
import { aCaseFile, aRound, ofN08 } from '#tests/fixtures/a-round.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { anEscalation } from '#tests/fixtures/an-escalation.ts'
import { at, request, rows } from '#tests/fixtures/store-acts.ts'
import {
  asEscalation,
  asFile,
  asForm,
  asRound,
  committed,
  seatThePanel,
} from '#tests/fixtures/store-rounds.ts'

let store: TestStore
beforeAll(async () => {
  store = await aStore()
})
afterAll(() => store.close())

/** The form of N-08 waits for its lead person on the day after panel day. */
beforeEach(async () => {
  await store.startAgain()
  await seatThePanel(store.running)
  await committed(store.running, 'bea', asRound(aRound('panel-held')))
  await committed(store.running, 'bea', asFile(aCaseFile('confirmed')))
  await committed(store.running, 'bea', asForm(aForm('drafted')))
  await store.setClock(at('2018-06-08 09:30'))
})

const pause = async (person: string) => {
  const result = await run(store.running, request(person), pauseCase, { case: ofN08.case, why: 'trial' })
  return result.ok ? 'done' : result.reason
}
const resume = async (person: string) => {
  const result = await run(store.running, request(person), resumeCase, { case: ofN08.case })
  return result.ok ? 'done' : result.reason
}
const messages = async () =>
  (await rows<{ id: MessageId }>(store.running, sql`select id from message`)).map(({ id }) => id)

const remind = () =>
  run(store.running, request('bea'), remindCells, {
    round: ofN08.round,
    cells: [{ kind: 'form', id: aForm('drafted').id }],
  })

describe('a case that is paused', () => {
  it('is paused and resumed by the partnership alone, once', async () => {
    expect([await pause('ada'), await pause('bea'), await pause('quinn')]).toEqual([
      'not-yours-to-pause',
      'done',
      'is-paused',
    ])
    expect([await resume('ada'), await resume('quinn'), await resume('bea')]).toEqual([
      'not-yours-to-pause',
      'done',
      'is-not-paused',
    ])
  })

  it('sends nothing about the child; what fell due meanwhile is said once when it goes on', async () => {
    await pause('bea')
    await sweep(store.running)
    await store.setClock(at('2018-06-15 09:30'))
    await sweep(store.running)
    expect(await messages()).toEqual([])
    await resume('bea')
    await sweep(store.running)
    const sent = await messages()
    expect(sent.length).toBeGreaterThan(0)
    await sweep(store.running)
    expect(await messages()).toEqual(sent)
  })

  it('is passed over when people are reminded', async () => {
    await pause('bea')
    expect(await remind()).toEqual({ ok: false, reason: 'nothing-to-chase' })
    await resume('bea')
    expect(await remind()).toMatchObject({ ok: true, value: { reminded: 1 } })
  })

  it('does not silence a concern about the child: whoever is asked hears of it', async () => {
    await pause('bea')
    await committed(store.running, 'eve', asEscalation(anEscalation('waiting')))
    await sweep(store.running)
    const items = (await Promise.all((await messages()).map((id) => itemsOf(store.running, id)))).flat()
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['answer-escalation']))
  })

  it('stops also what was written to be sent and has not left', async () => {
    await sweep(store.running)
    const [message] = await messages()
    if (!message) throw new Error('nothing was due')
    expect(await itemsOf(store.running, message)).not.toEqual([])
    await pause('bea')
    expect(await itemsOf(store.running, message)).toEqual([])
  })
})
