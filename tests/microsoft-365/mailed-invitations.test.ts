import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import type { InvitationRoad } from '#core/people/invitation-mail.ts'
import { invitationMail } from '#core/people/invitation-mail.ts'
import type { GraphIncident } from '#graph/client/graph.ts'
import { graphMail } from '#graph/mail/mail-road.ts'
import type { Fault } from '#tests/faults/proxy.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { contractIsHere } from './graph/contract.ts'
import { aMailbox } from './graph/mailbox.ts'
import type { MailboxArea } from './graph/mailbox.ts'

const MAILBOX = 'case-evaluations@partnership.example'
const CODE = 'c0de'.repeat(10)
const wes = 'wes' as PersonId
const mail = invitationMail({
  partnership: 'Exampleshire',
  by: 'Bea Officer-Test',
  contact: { name: 'Bea Officer-Test', phone: '01632 960123' },
  until: 'Wednesday 20 June',
  link: `https://cases.example.org/join/${CODE}`,
})

let tenant: Tenant
let mailbox: MailboxArea
let reported: GraphIncident[]
const aRoad = (from = MAILBOX): InvitationRoad =>
  graphMail(tenant.open({ report: (incident) => void reported.push(incident) }), {
    mailbox: from,
    addressOf: async (person) => (person === wes ? 'wes@agency.example' : undefined),
  })

describe.skipIf(!contractIsHere)('an invitation by mail, over Graph', () => {
  beforeEach(async () => {
    reported = []
    mailbox = aMailbox(MAILBOX)
    tenant = await aTenant({ areas: () => [mailbox] })
  })
  afterEach(() => tenant.close())

  it('goes from the product’s mailbox to the address of the person, and is kept in no folder', async () => {
    expect(await aRoad().invite(wes, mail)).toBe('sent')
    expect(mailbox.sent).toEqual([
      {
        message: {
          subject: mail.subject,
          body: { contentType: 'text', content: `${mail.text}\n\n${mail.link}\n` },
          toRecipients: [{ emailAddress: { address: 'wes@agency.example' } }],
        },
        saveToSentItems: false,
      },
    ])
    expect(tenant.graph.log).toMatchObject([{ operation: 'users.user.sendMail', kind: 'application' }])
  })

  it('does not go to somebody without an address', async () => {
    expect(await aRoad().invite('ada' as PersonId, mail)).toBe('not-sent')
    expect(tenant.graph.log).toEqual([])
  })

  it.each([
    ['is cut before it arrived', { kind: 'cut-before' }, 0],
    ['is cut after it was taken', { kind: 'cut-after' }, 1],
    ['is answered with “something went wrong”', { kind: 'answer', status: 500 }, 0],
  ] as const)('that %s is in doubt, and is said once', async (_, fault: Fault, arrived) => {
    tenant.wayToGraph.script({ times: 3, fault })
    expect(await aRoad().invite(wes, mail)).toBe('in-doubt')
    expect(mailbox.sent).toHaveLength(arrived)
    expect(tenant.wayToGraph.calls).toHaveLength(1)
  })

  it.each([
    ['that the mailbox refuses', { kind: 'answer', status: 400 }],
    ['that may not be sent so fast', { kind: 'answer', status: 429, retryAfter: 60 }],
  ] as const)('%s was not sent', async (_, fault: Fault) => {
    tenant.wayToGraph.script({ times: 3, fault })
    expect(await aRoad().invite(wes, mail)).toBe('not-sent')
    expect(mailbox.sent).toEqual([])
  })

  it('that the mailbox may not send was not sent, and what is logged of it says no code', async () => {
    expect(await aRoad('somebody-else@partnership.example').invite(wes, mail)).toBe('not-sent')
    expect(reported).not.toEqual([])
    expect(JSON.stringify(reported)).not.toContain(CODE)
  })
})
