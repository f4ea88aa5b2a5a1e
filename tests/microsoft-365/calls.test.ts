import { expect, it } from 'vitest'

import type { PersonId } from '#core/ids.ts'
import { sharePointDocuments } from '#graph/documents/share-point.ts'
import { graphInstaller } from '#graph/installs/installs.ts'
import { graphMail } from '#graph/mail/mail-road.ts'
import { graphDirectory } from '#graph/people/directory.ts'
import { GRAPH_USES, GRAPH_USES_IF_WANTED } from '#graph/permissions.ts'
import { anItem, around } from '#tests/fixtures/a-letter.ts'

import { aBooking, aMeetingRoom, APP } from './a-meeting-room.ts'
import { aTenant } from './a-tenant.ts'
import { contractIsHere } from './graph/contract.ts'
import { theDirectory } from './graph/directory.ts'
import { personalInstalls } from './graph/installs.ts'
import { aMailbox } from './graph/mailbox.ts'
import type { GraphEntry } from './graph/stand-in.ts'

/**
 * Every way of the product to Graph is gone once, against the stand-in: what it saw is what graph/permissions.ts
 * lists, no more and no less. docs/permissions.md is written from that list.
 */

const FOLDER = 'N-2018-2'
const MAILBOX = 'case-evaluations@partnership.example'
const wes = 'wes' as PersonId
const isPut = ({ method }: { readonly method: string }) => method === 'PUT'

it.skipIf(!contractIsHere)('the list of calls is what the product calls', { timeout: 60_000 }, async () => {
  const seen = [...(await papersAndPeople()), ...(await meetings())]
  const went = new Set(seen.filter(({ status }) => status < 400).map(keyOf))
  const listed = [...GRAPH_USES, ...GRAPH_USES_IF_WANTED].map(keyOf)
  expect([...went].toSorted()).toEqual(listed.toSorted())
})

async function papersAndPeople(): Promise<readonly GraphEntry[]> {
  const areas = [aMailbox(MAILBOX), personalInstalls([APP], ['aad-wes']), theDirectory([])]
  const tenant = await aTenant({ areas: () => areas })
  const graph = tenant.open()
  const { sharePoint, tenantId, tokens } = tenant

  const documents = sharePointDocuments(graph, { siteId: sharePoint.siteId, pause: () => Promise.resolve() })
  const keep = (name: string, size: number) => documents.keep(FOLDER, name, new Uint8Array(size))
  sharePoint.damageNext()
  const small = await keep('small.pdf', 8)
  tenant.wayToGraph.script({ match: isPut, times: 3, fault: { kind: 'cut-after' } })
  await keep('in doubt.pdf', 8)
  await keep('large.pdf', 5 * 1024 * 1024)
  if (small.ok) await documents.read(small.value.id)

  const letter = { number: 1, replacement: false, items: [anItem()], around }
  const mail = graphMail(graph, { mailbox: MAILBOX, addressOf: async () => 'wes@agency.example' })
  await mail.post(wes, letter, () => true)

  await graphInstaller(graph, { tenantId, teamsApp: APP }).install({ tenantId, aadId: 'aad-wes' })

  const directory = graphDirectory(graph, {
    tenantId,
    onBehalfOf: tokens.onBehalfOf,
    guestsComeTo: 'https://cases.example.org',
  })
  const bearer = await tenant.entra.userToken(tenant.user('Bea Officer-Test'), tenant.clientId)
  await directory.search(bearer, 'ada')
  await directory.invite?.({ name: 'Gil Practice-Test', mail: 'gil@practice.example' })
  await tenant.close()
  return tenant.graph.log
}

async function meetings(): Promise<readonly GraphEntry[]> {
  const room = await aMeetingRoom()
  const booked = await room.meetings.book(aBooking())
  if (!booked.ok) throw new Error(booked.reason)
  const { eventId } = booked.value
  const moved = { ...aBooking({}, '2018-06-07'), eventId }
  await room.meetings.book(moved)
  await room.meetings.cancel(moved)
  await room.close()
  return room.tenant.graph.log
}

function keyOf({ operation, kind }: { readonly operation: string; readonly kind: string }): string {
  return `${operation} ${kind}`
}
