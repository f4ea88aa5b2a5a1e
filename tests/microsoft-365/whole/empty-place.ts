import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { aServer, freePort } from '#tests/fixtures/a-server.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { anAppCertificate, theTestAuthority } from '../certificates.ts'
import { anEntra } from '../entra.ts'
import type { EntraUser } from '../entra.ts'
import { aFrontDoor } from './front-door.ts'

const CLIENT = '5d0e0000-0000-4000-8000-0000000000c1'
const TENANT = '5b1c9a10-0000-4000-8000-0000000000aa'
const SITE = 'partnership.example,5d0e0000-0000-4000-8000-000000000001,5d0e0000-0000-4000-8000-000000000002'

/** Microsoft 365 mode on a database in which nobody is; Graph and Teams are not asked for anything. */
export type EmptyPlace = {
  readonly url: string
  readonly server: TestServer
  readonly tenantId: string
  /** What Teams gives the tab for this person. */
  tokenFor(user: EntraUser): Promise<string>
  /** Runs the migration step with FIRST_BUSINESS_MANAGER; gives what it printed. */
  migrate(firstBusinessManager: string): Promise<string>
  close(): Promise<void>
}

export function aUser(name: string, oid: string): EntraUser {
  const mail = `${name.split(' ')[0]?.toLowerCase()}@partnership.example`
  return { oid, tid: TENANT, name, mail }
}

/** Needs TEST_DATABASE_URL. */
export async function anEmptyPlace(firstBusinessManager: string): Promise<EmptyPlace> {
  const undo: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const folder = await mkdtemp(join(tmpdir(), 'first-run-'))
    undo.push(() => rm(folder, { recursive: true, force: true }))
    const cell = await aPostgresCell()
    undo.push(() => cell.drop())
    const port = await freePort()
    const door = await aFrontDoor(() => [port])
    undo.push(() => door.close())
    const certificate = anAppCertificate()
    const certificateFile = join(folder, 'certificate.pem')
    await writeFile(certificateFile, certificate.key + certificate.cert)
    const entra = await anEntra({
      tenantId: TENANT,
      apps: [{ clientId: CLIENT, certificates: [certificate.cert], roles: [], scopes: [] }],
    })
    undo.push(() => entra.close())
    const migrate = (named: string) =>
      migration({
        OWNER_DATABASE_URL: cell.urls.owner,
        WORKER_DATABASE_URL: cell.urls.worker,
        FIRST_BUSINESS_MANAGER: named,
      })
    await migrate(firstBusinessManager)
    const server = await aServer({
      port,
      dataDir: folder,
      onlyEnv: true,
      env: {
        MODE: 'rehearsal',
        PUBLIC_URL: door.origin,
        DATABASE_URL: cell.urls.web,
        WORKER_DATABASE_URL: cell.urls.worker,
        AUDIT_KEY: 'a key of the first run, long enough -Test',
        TENANT_ID: TENANT,
        CLIENT_ID: CLIENT,
        CERTIFICATE_FILE: certificateFile,
        SHAREPOINT_SITE: SITE,
        ORGANISER: '5d0e0000-0000-4000-8000-0000000000d1',
        ENTRA_URL: entra.authority,
        GRAPH_URL: entra.authority,
        CONNECTOR_URL: entra.authority,
        CHANNEL_METADATA_URL: entra.authority,
        NODE_EXTRA_CA_CERTS: theTestAuthority().caFile,
      },
    })
    undo.push(() => server.stop())
    return {
      url: door.origin,
      server,
      tenantId: TENANT,
      tokenFor: (user) => entra.userToken(user, CLIENT),
      migrate,
      close,
    }
  } catch (fault) {
    await close()
    throw fault
  }
}

async function migration(env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn(process.execPath, ['server/migrate.ts'], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...process.env, MODE: 'rehearsal', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the migration failed: ${said}`)
  return said
}
