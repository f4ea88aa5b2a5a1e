import { createHash, randomUUID } from 'node:crypto'

import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { appInCatalogue } from '#graph/installs/app-in-catalogue.ts'
import { CONSENT } from '#graph/meetings/in-chat.ts'

import { CHAT_PERMISSIONS } from '../../manifest/permissions.ts'
import { theTestAuthority } from './certificates.ts'
import { GRAPH_AUDIENCE, anEntra } from './entra.ts'
import type { Entra } from './entra.ts'
import { teamsChats } from './graph/chats.ts'
import { contractIsHere, readContract } from './graph/contract.ts'
import { aSharePoint } from './graph/documents-area.ts'
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
    [
      'a misspelt property of our own',
      { ...event, singleValueExtendedPropertys: [{ id: 'String {x} Name y', value: 'z' }] },
    ],
    [
      'one in a property of our own',
      { ...event, singleValueExtendedProperties: [{ id: 'String {x} Name y', valu: 'z' }] },
    ],
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

describe('the stand-in of Teams’ chats', () => {
  const asked = CHAT_PERMISSIONS.map(({ name }) => name)
  it.each([
    ['what the manifest asks for, in a chat of a meeting', asked, '19:meeting', 201],
    ['nothing that was agreed to', null, '19:meeting', 403],
    ['less than the manifest asks for', asked.slice(1), '19:meeting', 403],
    ['more than the manifest asks for', [...asked, 'ChatMessage.Read.Chat'], '19:meeting', 403],
    ['a chat that there is not', asked, '19:another', 404],
  ])('installs, or not: %s', (_, permissions, chat, status) => {
    expect(install(permissions, chat)).toMatchObject({ status })
  })

  it('what the product agrees to is what its manifest asks for', () => {
    const { resourceSpecificPermissions } = CONSENT.consentedPermissionSet
    expect(
      resourceSpecificPermissions.map(({ permissionValue: name, permissionType: type }) => [name, type]),
    ).toEqual(CHAT_PERMISSIONS.map(({ name, type }) => [name, type.toLowerCase()]))
  })
})

describe('the stand-in of SharePoint', () => {
  it.each([
    ['fail', 0],
    ['replace', 2],
    ['rename', 2],
    [undefined, 2],
  ])('takes for wrong what could take the place of a paper: %s', async (behaviour, number) => {
    theTestAuthority()
    const wrongs: string[] = []
    const { area, siteId, libraries, close } = await aSharePoint({ wrong: (what) => void wrongs.push(what) })
    const call = (operation: string, request: object) => area.operations[operation]?.(request as never)
    await call('sites.CreateLists', { params: { 'site-id': siteId }, body: { displayName: 'r' } })
    const said = behaviour === undefined ? {} : { '@microsoft.graph.conflictBehavior': behaviour }
    const params = { 'drive-id': libraries.get('r')?.id, 'item-path': 'a.pdf' }
    const session = { params, body: { item: { ...said, name: 'a.pdf' } } }
    const put = { params, query: new URLSearchParams(said), bytes: Buffer.from('a') }
    await call('drives.drive.items.driveItem.createUploadSession.byPath', session)
    await call('drives.UpdateItemsContent.byPath', put)
    expect(wrongs).toHaveLength(number)
    await close()
  })
})

describe('the stand-in of Entra', () => {
  const back = 'https://cases.example.org/sign-in'
  const verifier = 'v'.repeat(43)
  const asked = {
    client_id: 'spa',
    redirect_uri: back,
    response_type: 'code',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  }
  const handedIn = { client_id: 'spa', grant_type: 'authorization_code', redirect_uri: back }

  it.each([
    ['what was asked for', asked, { code_verifier: verifier }, undefined],
    ['another reply address', asked, { code_verifier: verifier, redirect_uri: `${back}/` }, 500112],
    ['another verifier', asked, { code_verifier: 'w'.repeat(43) }, 501481],
    ['no verifier', asked, {}, 501481],
    ['no proof key', { ...asked, code_challenge: '' }, { code_verifier: verifier }, 501481],
    ['a plain proof key', { ...asked, code_challenge_method: 'plain' }, { code_verifier: verifier }, 9002325],
  ])('gives a token for a code, or not: %s', async (_, query, body, number) => {
    theTestAuthority()
    const tenantId = randomUUID()
    const entra = await anEntra({
      tenantId,
      apps: [{ clientId: 'spa', roles: [], scopes: [], redirects: [back] }],
    })
    entra.signedIn({ oid: 'sam', tid: tenantId, name: 'Sam-Test', mail: 'sam@example.test' })
    const at = `${entra.authority}/${tenantId}/oauth2/v2.0`
    const there = await fetch(`${at}/authorize?${new URLSearchParams(query)}`, { redirect: 'manual' })
    const code = new URLSearchParams(new URL(there.headers.get('location') ?? '').hash.slice(1)).get('code')
    const answer = await fetch(`${at}/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...handedIn, code: code ?? '', ...body }),
    })
    const said = (await answer.json()) as { error_codes?: readonly number[]; access_token?: string }
    expect([said.error_codes?.[0], said.access_token !== undefined]).toEqual([number, number === undefined])
    await entra.close()
  })
})

const install = (permissions: readonly string[] | null, chat = '19:meeting') =>
  teamsChats(['app'], isMeeting).operations['chats.CreateInstalledApps']?.({
    params: { 'chat-id': chat },
    body: {
      ...appInCatalogue('app'),
      ...(permissions && {
        consentedPermissionSet: {
          resourceSpecificPermissions: permissions.map((permissionValue) => ({
            permissionValue,
            permissionType: 'application',
          })),
        },
      }),
    },
  } as never)

const isMeeting = (chat: string): boolean => chat === '19:meeting'

function faults(operationId: string, body: unknown): readonly string[] {
  const contract = readContract()
  const found = contract.operations.find(({ operation }) => operation.operationId === operationId)
  if (!found) throw new Error(operationId)
  return contract.faultsInBody(found.operation, body)
}
