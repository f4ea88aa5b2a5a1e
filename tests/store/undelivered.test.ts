import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { day } from '#core/calendar/day.ts'
import type { ActionId, MessageId, PersonId } from '#core/ids.ts'
import { sendAgain } from '#core/prompts/send-again.ts'
import { claim, sending, settle } from '#store/outbox.ts'
import type { Claimed, Settlement } from '#store/outbox.ts'
import { findActor } from '#store/people.ts'
import { run } from '#store/run.ts'
import type { Running } from '#store/running.ts'
import type { Seen } from '#store/seen.ts'
import { countUndelivered, viewUndelivered } from '#store/undelivered.ts'
import { aStore } from '#tests/fixtures/a-store.ts'
import type { TestStore } from '#tests/fixtures/a-store.ts'
import { answer, messages, recorded, request, rows, sweptAll } from '#tests/fixtures/store-acts.ts'
import { web } from '#tests/fixtures/store-rounds.ts'

let store: TestStore
let running: Running
let action: ActionId

beforeAll(async () => {
  store = await aStore()
  running = store.running
})
afterAll(() => store.close())

/** One message is due: action A1 to Wes, in Teams. */
beforeEach(async () => {
  await store.startAgain()
  action = await recorded(running)
  await sweptAll(running)
})

async function claimed(): Promise<Claimed> {
  const [message] = await claim(running, 1)
  if (!message) throw new Error('nothing could be claimed')
  return message
}

async function ends(how: Settlement): Promise<Claimed> {
  const message = await claimed()
  await sending(running, message)
  await settle(running, message, how)
  return message
}

const blocked = { as: 'refused', why: 'blocked', byMail: true } as const
const sent = { as: 'sent', activityId: null } as const

const look = <T>(who: string, view: (seen: Seen) => Promise<T>) =>
  running.database.transact(web(who), async (trx) => {
    const today = day('2018-06-06')
    const actor = await findActor(trx, who as PersonId, today)
    if (!actor) throw new Error(`no ${who}`)
    return view({ trx, actor, today })
  })
const shown = async () =>
  (await look('bea', viewUndelivered))?.items.map(({ ended, who, why }) => [ended, who, why])
const again = (who: string, message: MessageId) => run(running, request(who), sendAgain, { message })

const WES = 'Wes Worker-Test'

describe('what could not be delivered', () => {
  it('is nothing while a message is on its way, and when it arrived', async () => {
    expect(await shown()).toEqual([])
    await ends(sent)
    expect(await shown()).toEqual([])
  })

  it('is not said before the other road has ended, too', async () => {
    await ends(blocked)
    expect(await shown()).toEqual([])
  })

  it('is shown with what went by mail instead, which Home does not count', async () => {
    await ends(blocked)
    await ends(sent)
    expect(await shown()).toEqual([
      ['by-mail', expect.stringContaining(WES), 'They do not let the bot write to them in Teams.'],
    ])
    expect(await look('bea', countUndelivered)).toBe(0)
  })

  it('is shown and counted when no road took it, once', async () => {
    await ends(blocked)
    await ends({ as: 'refused', why: 'it could not be put together' })
    expect(await shown()).toEqual([
      ['not-delivered', expect.stringContaining(WES), 'They do not let the bot write to them in Teams.'],
    ])
    expect(await look('bea', countUndelivered)).toBe(1)
  })

  it('leads to what is still owed: a reference and a number, no text that is typed about the child', async () => {
    await ends({ as: 'refused', why: 'rejected' })
    const list = await look('bea', viewUndelivered)
    expect(list?.items).toMatchObject([
      { reference: 'N-08', number: 'A1', path: `/actions/${action}`, at: '6 June at 13:00' },
    ])
  })

  it('goes when it was answered', async () => {
    await ends({ as: 'refused', why: 'rejected' })
    await answer(running, 'wes', action, { deed: 'report-done', whatWasDone: 'Rang.', evidence: '' })
    await sweptAll(running)
    expect(await shown()).toEqual([])
  })

  it('is also what is addressed to a post that nobody holds', async () => {
    await rows(running, sql`delete from post_holding where post_id = 'worker-n08'`)
    await rows(running, sql`update prompt set message_id = null`)
    expect(await shown()).toEqual([['nobody', expect.any(String), expect.stringContaining('Nobody holds')]])
  })

  it.each(['ada', 'wes', 'eve', 'gil'])('is not shown to %s, nor counted for them', async (who) => {
    await ends({ as: 'refused', why: 'rejected' })
    expect(await look(who, viewUndelivered)).toBeUndefined()
    expect(await look(who, countUndelivered)).toBe(0)
  })
})

describe('trying again', () => {
  it('puts the message back to be sent, as one that is with nobody, and is written down', async () => {
    const { id } = await ends({ as: 'refused', why: 'rejected' })
    expect(await again('bea', id)).toEqual({ ok: true, value: { message: id } })
    expect(await shown()).toEqual([])
    expect(await claimed()).toMatchObject({ id, attempts: 1, replacement: false })
    const trail = sql`select actor from audit_entry where what = 'message-due' and subject = ${id} order by id`
    expect(await rows(running, trail)).toEqual([{ actor: null }, { actor: 'bea' }])
  })

  it('tries both roads when neither took it', async () => {
    const { id } = await ends(blocked)
    await ends({ as: 'refused', why: 'rejected' })
    await again('quinn', id)
    expect((await messages(running)).map(({ road, state }) => `${road} ${state}`).toSorted()).toEqual([
      'mail intent',
      'teams intent',
    ])
  })

  it('does nothing to a message that is on its way or arrived, nor a second time', async () => {
    const { id } = await ends({ as: 'refused', why: 'rejected' })
    await again('bea', id)
    expect(await again('bea', id)).toEqual({ ok: false, reason: 'not-undelivered' })
    await ends(sent)
    expect(await again('bea', id)).toEqual({ ok: false, reason: 'not-undelivered' })
  })

  it('is the partnership’s: nobody else, and no statement of theirs, moves a message', async () => {
    const { id } = await ends({ as: 'refused', why: 'rejected' })
    expect(await again('ada', id)).toEqual({ ok: false, reason: 'not-yours-to-chase' })
    expect(await rows(running, sql`select send_again(${id}) as done`, web('ada'))).toEqual([{ done: false }])
    const update = rows(running, sql`update message set state = 'intent'`, web('bea'))
    await expect(update).rejects.toThrow('permission denied')
  })
})
