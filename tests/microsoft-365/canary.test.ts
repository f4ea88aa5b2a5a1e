import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { TENANT } from '#local/story/tenant.ts'
import { exampleshire } from '#local/story/thread/exampleshire.ts'
import { loadCalendar } from '#server/opening/open-store.ts'
import { openCopies } from '#store/copies.ts'
import { openPostgres } from '#store/database.ts'
import { finishFurnishing, furnish, moveStory } from '#store/furnish.ts'
import { migrate } from '#store/migrate.ts'
import { startIssuer } from '#tests/bot/transport/world/channel-issuer.ts'
import { startConnector } from '#tests/bot/transport/world/fake-connector.ts'
import { aServer, freePort, signedIn } from '#tests/fixtures/a-server.ts'
import type { Api, TestServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'
import { at } from '#tests/fixtures/store-acts.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { theTestAuthority } from './certificates.ts'
import type { EntraUser } from './entra.ts'
import { contractIsHere } from './graph/contract.ts'
import { aMailbox } from './graph/mailbox.ts'

/** Words found nowhere else: who is signed in, what is typed, what Microsoft's errors say. */
const CANARY = /quokka/i
const ORGANISER = '5d0e0000-0000-4000-8000-0000000000e1'
const NAMES = exampleshire.person.map(({ name }) => name)

describe.skipIf(!contractIsHere)(
  'in Microsoft 365 mode nobody’s name, address or token reaches the log',
  () => {
    let tenant: Tenant
    let cell: PostgresCell
    let folder: string
    let server: TestServer
    let issuer: Awaited<ReturnType<typeof startIssuer>>
    let connector: Awaited<ReturnType<typeof startConnector>>
    let output = ''
    const tokens: string[] = []

    beforeAll(async () => {
      await started()
      await people()
      await strangers()
      await chats()
      await server.stop()
      output = server.output()
    }, 120_000)
    afterAll(async () => {
      await server.kill()
      await Promise.all([issuer.close(), connector.close(), tenant.close()])
      await cell.drop()
      await rm(folder, { recursive: true, force: true })
    })

    async function started(): Promise<void> {
      folder = await mkdtemp(join(tmpdir(), 'canary-'))
      cell = await aPostgresCell()
      await furnished()
      issuer = await startIssuer()
      connector = await startConnector()
      tenant = await aTenant({
        tenantId: TENANT,
        areas: () => [
          {
            ...aMailbox(ORGANISER),
            operations: {
              'users.user.ListUser': saysNo('Authorization_RequestDenied'),
              'users.user.sendMail': saysNo('ErrorAccessDenied'),
            },
          },
        ],
      })
      const certificate = join(folder, 'ours.pem')
      await writeFile(certificate, tenant.certificate.key + tenant.certificate.cert)
      const port = await freePort()
      server = await aServer({
        port,
        dataDir: folder,
        onlyEnv: true,
        env: {
          MODE: 'rehearsal',
          PUBLIC_URL: `https://localhost:${port}`,
          DATABASE_URL: cell.urls.web,
          WORKER_DATABASE_URL: cell.urls.worker,
          AUDIT_KEY: 'quokka-key of the seal, long enough -Test',
          TENANT_ID: TENANT,
          CLIENT_ID: tenant.clientId,
          CERTIFICATE_FILE: certificate,
          SHAREPOINT_SITE: tenant.sharePoint.siteId,
          ORGANISER,
          ENTRA_URL: tenant.entra.authority,
          GRAPH_URL: tenant.graph.origin,
          CONNECTOR_URL: new URL(connector.serviceUrl).href.replace(/\/$/, ''),
          CHANNEL_METADATA_URL: issuer.openIdMetadataUrl,
          SWEEP_MS: '200',
          NODE_EXTRA_CA_CERTS: theTestAuthority().caFile,
        },
      })
    }

    async function furnished(): Promise<void> {
      const database = openPostgres(cell.urls)
      await migrate(database)
      await openCopies(database, '')
      const running = {
        database,
        calendar: await loadCalendar(database),
        readCalendar: async () => {},
        realNow: Date.now,
        leaseMs: 60_000,
      }
      await furnish(running, exampleshire)
      await finishFurnishing(running)
      // A Monday morning: now messages go out.
      await moveStory(running, at('2018-06-18 10:00'))
      await database.close()
    }

    async function as(user: EntraUser, otherwise: Readonly<Record<string, unknown>> = {}): Promise<Api> {
      const token = await tenant.entra.userToken(user, tenant.clientId, {
        given_name: 'Quokka',
        upn: 'quokka@example.org',
        email: 'quokka@example.org',
        ...otherwise,
      })
      tokens.push(token)
      return signedIn(server.origin, token)
    }

    /** Who is known: reads, searches the directory, records an action, which is told by mail and cannot be. */
    async function people(): Promise<void> {
      const bea = await as(userOf('bea'))
      expect((await bea.get('/api/me')).status).toBe(200)
      await bea.get('/api/directory?q=quokka')
      const quinn = await as(userOf('quinn'))
      const recorded = await quinn.post('/api/actions', {
        case: 'case-n-08',
        owner: 'worker-n08',
        raiser: 'lead-edu',
        what: 'Quokka: ring the school.',
        help: 'Quokka.',
        due: '2018-06-29',
      })
      expect(recorded.status).toBe(201)
      await vi.waitUntil(
        () => tenant.graph.log.some(({ operation }) => operation === 'users.user.sendMail'),
        {
          timeout: 20_000,
        },
      )
    }

    /** Who is not let in, each with a name in the token. */
    async function strangers(): Promise<void> {
      const known = userOf('bea')
      const refused = [
        await as(userOf('quokka')),
        await as({ ...known, tid: randomUUID() }),
        await as(known, { aud: 'quokka-app' }),
        await as(known, { scp: 'Quokka.Read' }),
        await as(known, { idtyp: 'app' }),
        await as(known, { ver: '1.0' }),
        await as(known, { azp: 'quokka' }),
        signedIn(server.origin, 'quokka.quokka.quokka'),
      ]
      for (const api of refused) {
        expect((await api.get('/api/waiting')).status).toBeGreaterThanOrEqual(401)
        expect((await api.post('/api/join', { code: 'quokka-code' })).status).toBeGreaterThanOrEqual(400)
        await api.get('/api/live')
      }
      await signedIn(server.origin, '').get('/api/quokka?q=quokka')
    }

    /** What Teams brings: with names, and with words that somebody typed; good, and refused. */
    async function chats(): Promise<void> {
      const claims = { appId: tenant.clientId, serviceUrl: connector.serviceUrl }
      const bring = async (more: Readonly<Record<string, unknown>>, token?: string) => {
        const good = token ?? (await issuer.token({ ...claims, more: { name: 'Quokka' } }))
        tokens.push(good)
        await fetch(`${server.origin}/api/messages`, {
          method: 'POST',
          headers: { authorization: `Bearer ${good}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            id: randomUUID(),
            type: 'message',
            text: 'quokka quokka',
            channelId: 'msteams',
            serviceUrl: connector.serviceUrl,
            from: { id: '29:quokka', name: 'Quokka-Test', aadObjectId: userOf('bea').oid },
            recipient: { id: `28:${tenant.clientId}`, name: 'Quokka' },
            conversation: { id: 'a:quokka', conversationType: 'personal', tenantId: TENANT, name: 'Quokka' },
            channelData: { tenant: { id: TENANT } },
            ...more,
          }),
        })
      }
      connector.answerWith({ status: 403, body: { error: { code: 'Quokka', message: 'Quokka blocked it' } } })
      await bring({})
      connector.answerWith({ status: 201, body: { id: 'activity-1' } })
      await bring({ from: { id: '29:quokka', name: 'Quokka-Test', aadObjectId: randomUUID() } })
      await bring({ channelData: { tenant: { id: 'quokka' } } })
      await bring({ serviceUrl: 'https://quokka.example/' })
      await bring({}, await issuer.token({ ...claims, issuer: 'https://quokka.example' }))
      await bring({}, await issuer.token({ ...claims, foreignKey: true }))
      await bring({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { verb: 'quokka', data: { quokka: 1 } } },
      })
    }

    it('wrote what it has to write, so that this test can fail', () => {
      const whats = new Set(
        output
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .map((line) => (JSON.parse(line) as { what: string }).what),
      )
      expect([...whats]).toEqual(
        expect.arrayContaining(['not-let-in', 'bot-refused', 'bot-reply-failed', 'graph-fault', 'metrics']),
      )
      expect(tokens.length).toBeGreaterThan(15)
      expect(CANARY.test('{"who":"Quokka-Test"}')).toBe(true)
    })

    it('no name or address of a token, a chat or an answer of Microsoft', () => {
      const lines = output.split('\n')
      expect(lines.filter((line) => CANARY.test(line))).toEqual([])
      expect(lines.filter((line) => NAMES.some((name) => line.includes(name)))).toEqual([])
      expect(lines.filter((line) => /@(example|partnership)/.test(line))).toEqual([])
    })

    it('no token, whole or in part, and no key', () => {
      expect(output).not.toMatch(/eyJ[\w-]{10}/)
      for (const token of tokens) expect(output).not.toContain(token.slice(-40))
      expect(output).not.toContain('PRIVATE KEY')
    })

    it('no object id of a person in the numbers of the minutes', () => {
      const metrics = output.split('\n').filter((line) => line.includes('"what":"metrics"'))
      const values = metrics.flatMap((line) => Object.entries(JSON.parse(line) as object))
      expect(
        values.filter(([name, value]) => typeof value !== 'number' && !['at', 'what'].includes(name)),
      ).toEqual([])
    })
  },
)

function userOf(id: string): EntraUser {
  return {
    oid: exampleshire.person.find((each) => each.id === id)?.aad_id ?? randomUUID(),
    tid: TENANT,
    name: `Quokka ${id}-Test`,
    mail: `quokka.${id}@example.org`,
  }
}

/** Microsoft's sentences name people. */
function saysNo(code: string) {
  const message = 'User Quokka-Test (quokka@example.org) may not do this.'
  return () => ({ status: 403, body: { error: { code, message } } })
}
