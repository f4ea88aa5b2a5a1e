import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Installer } from '#core/people/installer.ts'
import { graphInstaller } from '#graph/installs/installs.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { contractIsHere } from './graph/contract.ts'
import { personalInstalls } from './graph/installs.ts'
import type { InstallsArea } from './graph/installs.ts'

const APP = 'app-of-the-catalogue'
const WES = '5f0f0f0f-0000-4000-8000-000000000001'
const CHAT = `19:${WES}_bot@unq.gbl.spaces`

let tenant: Tenant
let area: InstallsArea
let installer: Installer
const install = (aadId = WES, tenantId = tenant.tenantId) => installer.install({ tenantId, aadId })

describe.skipIf(!contractIsHere)('the app before somebody who has not got it', () => {
  beforeEach(async () => {
    area = personalInstalls([APP], [WES])
    tenant = await aTenant({ areas: () => [area] })
    installer = graphInstaller(tenant.open(), { tenantId: tenant.tenantId, teamsApp: APP })
  })
  afterEach(() => tenant.close())

  it('is installed, and the bot’s chat with them is known', async () => {
    expect(await install()).toEqual({ ok: true, chat: CHAT })
    expect([...area.installed]).toEqual([WES])
  })

  it('is there when it was there already', async () => {
    await install()
    expect(await install()).toEqual({ ok: true, chat: CHAT })
  })

  it.each([
    [
      'the app is not in the catalogue',
      () => graphInstaller(tenant.open(), { tenantId: tenant.tenantId, teamsApp: 'another' }),
    ],
    ['the organisation does not allow it for them', () => (area.block(WES), installer)],
  ])('is a clear “no” when %s', async (_, how) => {
    installer = how()
    expect(await install()).toMatchObject({ ok: false, retry: 'never' })
  })

  it('is a clear “no” for somebody whom the organisation does not know', async () => {
    expect(await install('somebody-else')).toMatchObject({ ok: false, retry: 'never' })
  })

  it('is not even asked for where somebody is at home in another organisation', async () => {
    expect(await install(WES, 'another-tenant')).toMatchObject({ ok: false, retry: 'never' })
    expect(tenant.graph.log).toEqual([])
  })

  it.each([
    ['the install', /POST .*\/installedApps$/],
    ['looking for it', /GET .*\/installedApps\?/],
    ['asking for the chat', /GET .*\/chat$/],
  ])('goes on later when %s takes effect and breaks off', async (_, called) => {
    const match = ({ method, path }: { method: string; path: string }) => called.test(`${method} ${path}`)
    tenant.wayToGraph.script({ match, times: 3, fault: { kind: 'cut-after' } })
    expect(await install()).toMatchObject({ ok: false, retry: 'later' })
    expect(await install()).toEqual({ ok: true, chat: CHAT })
  })

  it('goes on later when its chat is not there yet, right after it was installed', async () => {
    tenant.wayToGraph.script({
      match: ({ method, path }) => method === 'GET' && path.endsWith('/chat'),
      fault: { kind: 'answer', status: 404 },
    })
    expect(await install()).toMatchObject({ ok: false, retry: 'later' })
    expect(await install()).toEqual({ ok: true, chat: CHAT })
  })

  it('goes on later when Teams asks for silence, no sooner than was asked', async () => {
    tenant.wayToGraph.script({ times: 3, fault: { kind: 'answer', status: 429, retryAfter: 60 } })
    expect(await install()).toMatchObject({ retry: 'later', afterMs: 60_000 })
  })
})
