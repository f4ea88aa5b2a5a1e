import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Directory } from '#core/people/directory.ts'
import { graphDirectory } from '#graph/people/directory.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { contractIsHere } from './graph/contract.ts'
import { theDirectory } from './graph/directory.ts'
import type { DirectoryArea, KeptUser } from './graph/directory.ts'

const user = (id: string, displayName: string, more: Partial<KeptUser> = {}): KeptUser => ({
  id,
  displayName,
  mail: `${id}@council.example`,
  userPrincipalName: `${id}@council.example`,
  jobTitle: null,
  ...more,
})
const USERS = [
  user('ada', 'Ada Lead-Test', { jobTitle: 'Service manager' }),
  user('adam', 'Adam Other-Test'),
  user('eve', 'Eve Education-Test', { userPrincipalName: 'eve_school.example#EXT#@council.example' }),
  user('room', 'Meeting room', { mail: null }),
]

let tenant: Tenant
let directory: Directory
let area: DirectoryArea
let bearer: string
const found = async (words: string, as = bearer) => {
  const result = await directory.search(as, words)
  return result.ok ? result.value.map(({ name }) => name) : result.reason
}

describe.skipIf(!contractIsHere)('the directory, searched as the person who searches', () => {
  beforeEach(async () => {
    area = theDirectory(USERS)
    tenant = await aTenant({ areas: () => [area] })
    directory = graphDirectory(tenant.open(), {
      tenantId: tenant.tenantId,
      onBehalfOf: tenant.tokens.onBehalfOf,
    })
    bearer = await tenant.entra.userToken(tenant.user('Bea Officer-Test'), tenant.clientId)
  })
  afterEach(() => tenant.close())

  it('finds by the beginnings of names, in any order, and by mail address', async () => {
    expect(await found('ada')).toEqual(['Ada Lead-Test', 'Adam Other-Test'])
    expect(await found('lead ada')).toEqual(['Ada Lead-Test'])
    expect(await found('eve@council')).toEqual(['Eve Education-Test'])
    expect(await found('nobody')).toEqual([])
  })

  it('says the account, the name, the address, what they do, and who is a guest', async () => {
    const result = await directory.search(bearer, 'lead')
    expect(result.ok && result.value).toEqual([
      {
        tenantId: tenant.tenantId,
        aadId: 'ada',
        name: 'Ada Lead-Test',
        mail: 'ada@council.example',
        title: 'Service manager',
        isGuest: false,
      },
    ])
    const eve = await directory.search(bearer, 'eve')
    expect(eve).toMatchObject({ value: [{ isGuest: true }] })
  })

  it('says of one account what it is, whatever is said of it', async () => {
    expect(await directory.find(bearer, 'eve')).toMatchObject({ value: [{ aadId: 'eve', isGuest: true }] })
    expect(await directory.find(bearer, 'ada')).toMatchObject({ value: [{ aadId: 'ada', isGuest: false }] })
    expect(await directory.find(bearer, 'nobody')).toEqual({ ok: true, value: [] })
    expect(await directory.find(bearer, "x' or id ne '")).toEqual({ ok: true, value: [] })
  })

  it('takes quotation marks and signs of the query for what was typed', async () => {
    expect(await found('ada" OR "displayName:eve')).toEqual([])
    expect(await found('" \\ "')).toEqual([])
    expect(await found('a&$top=1#')).toEqual([])
  })

  it('is asked with no more than names and addresses, and never as the product', async () => {
    await found('ada')
    expect(tenant.graph.log).toMatchObject([{ operation: 'users.user.ListUser', kind: 'delegated' }])
  })

  it.each([
    [
      'nobody agreed to it',
      () => tenant.entra.consent(tenant.clientId, { scopes: [] }),
      'directory-not-allowed',
    ],
    [
      'another step of signing in is asked for',
      () => tenant.entra.fail({ kind: 'mfa', claims: '{"access_token":{}}' }),
      'directory-needs-sign-in',
    ],
    [
      'nobody answers',
      () => tenant.wayToGraph.script({ times: 3, fault: { kind: 'cut-before' } }),
      'directory-not-reachable',
    ],
  ])('is refused in words when %s', async (_, befalls, reason) => {
    befalls()
    expect(await found('ada')).toBe(reason)
  })

  it('says what Entra wants to see at the next sign-in, and is searched with the token of that one', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
    tenant.entra.fail({ kind: 'mfa', claims })
    expect(await directory.search(bearer, 'ada')).toEqual({
      ok: false,
      reason: 'directory-needs-sign-in',
      claims,
    })
    const anew = await tenant.entra.userToken(tenant.user('Bea Officer-Test'), tenant.clientId)
    expect(await found('lead', anew)).toEqual(['Ada Lead-Test'])
  })

  it('is not searched with a token of nobody', async () => {
    expect(await found('ada', 'no.token.atall')).toBe('directory-needs-sign-in')
  })
})

describe.skipIf(!contractIsHere)('a guest of the organisation', () => {
  const gil = { name: 'Gil Practice-Test', mail: 'gil@practice.example' }
  beforeEach(async () => {
    area = theDirectory(USERS)
    tenant = await aTenant({ areas: () => [area] })
    directory = graphDirectory(tenant.open(), {
      tenantId: tenant.tenantId,
      onBehalfOf: tenant.tokens.onBehalfOf,
      guestsComeTo: 'https://cases.example.org',
    })
  })
  afterEach(() => tenant.close())

  it('is asked by the organisation’s own mail, and comes back here', async () => {
    expect(await directory.invite?.(gil)).toMatchObject({ ok: true, value: { tenantId: tenant.tenantId } })
    expect(area.invited).toEqual([
      {
        invitedUserEmailAddress: gil.mail,
        invitedUserDisplayName: gil.name,
        inviteRedirectUrl: 'https://cases.example.org',
        sendInvitationMessage: true,
      },
    ])
  })

  it('who is invited again is the same', async () => {
    const first = await directory.invite?.(gil)
    expect(await directory.invite?.(gil)).toEqual(first)
  })

  it('is asked by one mail alone when no answer comes: it is said, and somebody decides', async () => {
    tenant.wayToGraph.script({ fault: { kind: 'cut-after' } })
    expect(await directory.invite?.(gil)).toEqual({ ok: false, reason: 'guest-not-invited' })
    expect(area.invited).toHaveLength(1)
  })

  it('is refused in words when the directory does not take it', async () => {
    expect(await directory.invite?.({ ...gil, mail: 'gil~@practice.example' })).toEqual({
      ok: false,
      reason: 'guest-not-invited',
    })
  })

  it('is invited by nobody where the organisation makes its guests itself', () => {
    const without = graphDirectory(tenant.open(), {
      tenantId: tenant.tenantId,
      onBehalfOf: tenant.tokens.onBehalfOf,
    })
    expect(without.invite).toBeUndefined()
  })
})
