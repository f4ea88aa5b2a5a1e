import { randomUUID } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { theTestAuthority } from './certificates.ts'
import { GRAPH_AUDIENCE, anEntra } from './entra.ts'
import type { Entra } from './entra.ts'
import { contractIsHere, readContract } from './graph/contract.ts'
import { aGraph, no, yes } from './graph/stand-in.ts'
import type { GraphStandIn } from './graph/stand-in.ts'

/** A stand-in that takes everything proves nothing: what it has to refuse. */

describe.skipIf(!contractIsHere)('Microsoft’s description', () => {
  const event = {
    subject: 'Panel day N-2018-2',
    sensitivity: 'private',
    transactionId: 'one',
    start: { dateTime: '2026-12-01T09:30:00', timeZone: 'GMT Standard Time' },
    attendees: [{ type: 'required', emailAddress: { address: 'sam@example.test', name: 'Sam-Test' } }],
  }
  it('takes what is right', () => {
    expect(faults('users.CreateEvents', event)).toEqual([])
  })

  it.each([
    ['a misspelt property', { ...event, transactionID: 'one' }],
    [
      'a misspelt property further in',
      { ...event, start: { dateTime: event.start.dateTime, timezone: 'x' } },
    ],
    ['one in a list', { ...event, attendees: [{ type: 'required', emailAddres: {} }] }],
    ['a value that is none of those', { ...event, sensitivity: 'secret' }],
    ['a text for a list', { ...event, attendees: 'sam@example.test' }],
    ['a bad date', { ...event, createdDateTime: 'yesterday' }],
  ])('refuses %s', (_, body) => {
    expect(faults('users.CreateEvents', body)).not.toEqual([])
  })

  it('tells paths apart that hold one another', () => {
    const contract = readContract()
    const found = (path: string) => contract.find('GET', path)
    expect(found('/drives/d/root:/a%23b.pdf')).toMatchObject({
      found: { operation: { operationId: 'drives.GetItems.byPath' } },
      params: { 'drive-id': 'd', 'item-path': 'a#b.pdf' },
    })
    expect(found('/drives/d/root:/a.pdf:/content')?.found.operation.operationId).toBe(
      'drives.GetItemsContent.byPath',
    )
    expect(found('/chats/19:meeting_x@thread.v2/tabs')?.params).toEqual({
      'chat-id': '19:meeting_x@thread.v2',
    })
    expect(found('/nothing/of/this')).toBeUndefined()
  })
})

describe.skipIf(!contractIsHere)('the stand-in of Graph', () => {
  const clientId = randomUUID()
  let entra: Entra
  let graph: GraphStandIn
  let answer = yes({ value: [{ id: 'd', name: 'N-2018-2' }] })

  beforeEach(async () => {
    theTestAuthority()
    entra = await anEntra({ tenantId: randomUUID(), apps: [{ clientId, roles: [], scopes: [] }] })
    graph = await aGraph(entra, [{ operations: { 'sites.ListDrives': () => answer } }])
    answer = yes({ value: [{ id: 'd', name: 'N-2018-2', quota: {} }] })
  })
  afterEach(async () => {
    await graph.close()
    await entra.close()
  })

  async function ask(path: string, token?: string): Promise<number> {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    return (await fetch(`${graph.origin}${path}`, { headers })).status
  }
  /** A token of our Entra, with these permissions, as the product. */
  const asProduct = (roles: readonly string[], aud = GRAPH_AUDIENCE) =>
    entra.userToken({ oid: 'x', tid: entra.tenantId, name: 'x', mail: 'x' }, clientId, {
      aud,
      idtyp: 'app',
      appid: clientId,
      roles,
    })

  it('answers whoever may', async () => {
    expect(await ask('/v1.0/sites/s/drives', await asProduct(['Sites.Selected']))).toBe(200)
    expect(graph.wrongs).toEqual([])
    expect(graph.log).toMatchObject([{ operation: 'sites.ListDrives', kind: 'application', status: 200 }])
  })

  it('refuses a token of somebody else, and one for something else', async () => {
    expect(await ask('/v1.0/sites/s/drives', 'not.a.token')).toBe(401)
    const forUs = await asProduct(['Sites.Selected'], clientId)
    expect(await ask('/v1.0/sites/s/drives', forUs)).toBe(401)
  })

  it('refuses a permission that nobody agreed to', async () => {
    expect(await ask('/v1.0/sites/s/drives', await asProduct(['Sites.Read.All']))).toBe(403)
  })

  it.each([
    ['no token', '/v1.0/sites/s/drives', false],
    ['another version', '/beta/sites/s/drives', true],
    ['no operation of the contract', '/v1.0/sites/s/secrets', true],
    ['an operation that is not in our list', '/v1.0/sites', true],
    ['an option that the operation does not have', '/v1.0/sites/s/drives?$expnd=items', true],
  ])('takes for wrong, so that the test fails: %s', async (_, path, hasToken) => {
    const token = hasToken ? await asProduct(['Sites.Selected']) : undefined
    expect(await ask(path, token)).toBeGreaterThanOrEqual(400)
    expect(graph.wrongs).toHaveLength(1)
  })

  it('holds itself to the description, too', async () => {
    answer = yes({ value: [{ id: 'd', nam: 'N-2018-2' }] })
    await ask('/v1.0/sites/s/drives', await asProduct(['Sites.Selected']))
    expect(graph.wrongs[0]).toContain('the stand-in')
    answer = no(404, 'itemNotFound')
    await ask('/v1.0/sites/s/drives', await asProduct(['Sites.Selected']))
    expect(graph.wrongs).toHaveLength(1)
  })

  it('gives out only what was asked for', async () => {
    const token = await asProduct(['Sites.Selected'])
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${graph.origin}/v1.0/sites/s/drives?$select=id`, { headers })
    expect(await response.json()).toEqual({ value: [{ id: 'd' }] })
  })
})

function faults(operationId: string, body: unknown): readonly string[] {
  const contract = readContract()
  const found = contract.operations.find(({ operation }) => operation.operationId === operationId)
  if (!found) throw new Error(operationId)
  return contract.faultsInBody(found.operation, body)
}
