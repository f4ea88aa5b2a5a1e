import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { notOurs } from '#core/prompts/letter.ts'
import type { LetterRoad } from '#core/prompts/letter.ts'
import { graphMail } from '#graph/mail/mail-road.ts'
import type { Fault } from '#tests/faults/proxy.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { contractIsHere } from './graph/contract.ts'
import { aMailbox } from './graph/mailbox.ts'
import type { MailboxArea } from './graph/mailbox.ts'

const MAILBOX = 'case-evaluations@partnership.example'
const wes = 'wes' as PersonId
const letter = { number: 1042, replacement: false, items: [anItem()], around }
const isOurs = () => true

let tenant: Tenant
let mailbox: MailboxArea
let road: LetterRoad
const post = () => road.post(wes, letter, isOurs)

function aRoad(from = MAILBOX, graph = tenant.open()): LetterRoad {
  return graphMail(graph, {
    mailbox: from,
    addressOf: async (person) => (person === wes ? 'wes@agency.example' : undefined),
  })
}

describe.skipIf(!contractIsHere)('a letter by mail, from the product’s own mailbox', () => {
  beforeEach(async () => {
    mailbox = aMailbox(MAILBOX)
    tenant = await aTenant({ areas: () => [mailbox] })
    road = aRoad()
  })
  afterEach(() => tenant.close())

  it('is a reference, a sentence and a link, to one person, and is kept in no folder', async () => {
    expect(await post()).toEqual({ ok: true, activityId: null })
    expect(mailbox.sent).toEqual([
      {
        message: {
          subject: 'Case N-08: one action is due tomorrow',
          body: {
            contentType: 'text',
            content: `Action A2 of case N-08 needs an answer from you. ${around.help}\n\nhttp://localhost:3978/answer/duty-2\n`,
          },
          toRecipients: [{ emailAddress: { address: 'wes@agency.example' } }],
        },
        saveToSentItems: false,
      },
    ])
  })

  it('is not tried for somebody without an address, or when there is nothing to say', async () => {
    const clear = { ok: false, certainty: 'clear', retry: 'never' }
    expect(await road.post('ada' as PersonId, letter, isOurs)).toMatchObject(clear)
    expect(await road.post(wes, { ...letter, items: [] }, isOurs)).toMatchObject(clear)
    expect(tenant.graph.log).toEqual([])
  })

  it('does not leave when the time in which this process might send it has passed', async () => {
    expect(await road.post(wes, letter, () => false)).toMatchObject({ certainty: 'clear', retry: 'later' })
    expect(mailbox.sent).toEqual([])
  })

  it('does not leave when that time passes while it waits for its token', async () => {
    let ours = true
    const token = tenant.tokens.application('https://graph.microsoft.com/.default')
    road = aRoad(
      MAILBOX,
      tenant.open().as(async (how) => {
        const given = await token(how)
        ours = false
        return given
      }),
    )
    expect(await road.post(wes, letter, () => ours)).toEqual(notOurs)
    expect(mailbox.sent).toEqual([])
    expect(tenant.wayToGraph.calls).toEqual([])
  })

  it('does not leave a second time when that time passes while it waits for its second try', async () => {
    tenant.wayToGraph.script({ fault: { kind: 'answer', status: 429, retryAfter: 1 } })
    const ours = () => tenant.wayToGraph.calls.length === 0
    expect(await road.post(wes, letter, ours)).toEqual(notOurs)
    expect(mailbox.sent).toEqual([])
    expect(tenant.wayToGraph.calls).toHaveLength(1)
  })

  it('does not leave when that time passes while others have the mailbox’s places', async () => {
    // Two processes: two places. The time of all ends with the first four answers.
    road = aRoad(MAILBOX, tenant.open({ processes: () => 2 }))
    const ours = () => mailbox.sent.length < 4
    const posted = await Promise.all(Array.from({ length: 24 }, () => road.post(wes, letter, ours)))
    const left = posted.filter(({ ok }) => ok).length
    expect(left).toBe(mailbox.sent.length)
    expect(left).toBeGreaterThanOrEqual(4)
    // Whoever was on the way by then.
    expect(left).toBeLessThanOrEqual(6)
    expect(posted.filter(({ ok }) => !ok)).toEqual(Array(24 - left).fill(notOurs))
  })

  it.each([
    ['is cut before it arrived', { kind: 'cut-before' }, 0],
    ['is cut after it was taken', { kind: 'cut-after' }, 1],
    ['is answered with “something went wrong”', { kind: 'answer', status: 500 }, 0],
    ['is answered with “not now”', { kind: 'answer', status: 503 }, 0],
  ] as const)('that %s is in doubt, and is said once', async (_, fault: Fault, arrived) => {
    tenant.wayToGraph.script({ times: 3, fault })
    expect(await post()).toMatchObject({ ok: false, certainty: 'in-doubt' })
    expect(mailbox.sent).toHaveLength(arrived)
    expect(tenant.wayToGraph.calls).toHaveLength(1)
  })

  it('that may not be sent so fast goes later, no sooner than was asked', async () => {
    tenant.wayToGraph.script({ times: 3, fault: { kind: 'answer', status: 429, retryAfter: 60 } })
    expect(await post()).toEqual({
      ok: false,
      certainty: 'clear',
      retry: 'later',
      why: 'mail: throttled',
      afterMs: 60_000,
    })
  })

  it('goes later when the mailbox may not be used: that is put right in Exchange, not in the letter', async () => {
    road = aRoad('somebody-else@partnership.example')
    expect(await post()).toMatchObject({ certainty: 'clear', retry: 'later', why: 'mail: not-allowed' })
    expect(mailbox.sent).toEqual([])
  })

  it('that the mailbox refuses for what it is goes by no second try', async () => {
    tenant.wayToGraph.script({ fault: { kind: 'answer', status: 400 } })
    expect(await post()).toMatchObject({ certainty: 'clear', retry: 'never' })
  })
})
