import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, describe, expect, it } from 'vitest'

import { consented } from '#scripts/setup-tenant/grants.ts'
import { setupTenant } from '#scripts/setup-tenant/setup-tenant.ts'
import { CLIENT, ORGANISER, OTHER, SITE, TENANT } from '#tests/fixtures/a-set-up-tenant.ts'

import { anAppCertificate } from './certificates.ts'
import { anEntra } from './entra.ts'
import { contractIsHere } from './graph/contract.ts'
import { aGraph, no, yes } from './graph/stand-in.ts'
import type { Area } from './graph/stand-in.ts'

const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

const certificate = anAppCertificate()

const OPEN = [
  'The tenant',
  'The application proves itself',
  'What the application may',
  'The site for papers',
  'Every other site',
  'The organiser’s calendar',
  'Every other calendar',
  'The organiser’s meetings',
  'Everybody else’s meetings',
  'The app in Teams',
]

/** A tenant in which one site, one calendar and one person's meetings are open, as the contract describes them. */
const tenantArea: Area = {
  operations: {
    'sites.ListDrives': ({ params }) =>
      params['site-id'] === SITE ? yes({ value: [{ id: 'd' }] }) : no(403, 'accessDenied'),
    'users.ListEvents': ({ params, query }) =>
      params['user-id'] === ORGANISER && query.get('$select') === 'id'
        ? yes({ value: [{ id: 'e' }] })
        : no(403, 'ErrorAccessDenied'),
    'users.ListOnlineMeetings': ({ params, query }) =>
      params['user-id'] === ORGANISER && (query.get('$filter') ?? '').startsWith("JoinWebUrl eq 'https://")
        ? yes({ value: [] })
        : no(403, 'Forbidden'),
    'users.teamwork.ListInstalledApps': () => yes({ value: [{ id: 'i' }] }),
  },
}

describe.skipIf(!contractIsHere)(
  'the check of a tenant, over HTTPS with tokens of Entra and by the contract of Graph',
  () => {
    it('proves the application by its certificate, and finds open what has to be and closed what has to be', async () => {
      const { code, said, wrongs } = await checked(certificate)
      const open = OPEN.filter((title) => !new RegExp(`^ ?\\d+ {2}ok +${title}$`, 'm').test(said))
      expect(open).toEqual([])
      // Mail is read by no permission of ours: the contract of what we call has no reading of it.
      expect(wrongs).toEqual([`GET /v1.0/users/${ORGANISER}/messages: no operation of the contract`])
      expect(code).toBe(1)
      expect(said).toContain('PUBLIC_URL is not set.')
    })

    it('says that Entra does not know another certificate, and nothing of it', async () => {
      const other = anAppCertificate()
      const { said } = await checked(other)
      expect(said).toContain('Entra does not know this certificate.')
      expect(said).not.toContain(other.key.split('\n')[1])
      expect(said).not.toMatch(/ok +The site for papers/)
    })
  },
)

async function checked(by: { readonly key: string; readonly cert: string }) {
  const entra = await anEntra({
    tenantId: TENANT,
    apps: [
      {
        clientId: CLIENT,
        certificates: [certificate.cert],
        roles: consented('application'),
        scopes: [],
      },
    ],
  })
  undo.push(() => entra.close())
  const graph = await aGraph(entra, [tenantArea])
  undo.push(() => graph.close())
  const folder = await mkdtemp(join(tmpdir(), 'setup-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'certificate.pem')
  await writeFile(file, `${by.key}${by.cert}`)
  const lines: string[] = []
  const code = await setupTenant(
    ['--check', '--other-mailbox', OTHER],
    {
      TENANT_ID: TENANT,
      CLIENT_ID: CLIENT,
      CERTIFICATE_FILE: file,
      SHAREPOINT_SITE: SITE,
      ORGANISER,
      TEAMS_APP: CLIENT,
      ENTRA_URL: entra.authority,
      GRAPH_URL: graph.origin,
    },
    (line) => lines.push(line),
  )
  return { code, said: lines.join('\n'), wrongs: graph.wrongs }
}
