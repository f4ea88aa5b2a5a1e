import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { openPostgres } from '#store/database.ts'
import { migrate } from '#store/migrate.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { anAppCertificate, theTestAuthority } from './certificates.ts'
import { aCalendar } from './graph/calendar.ts'
import { contractIsHere } from './graph/contract.ts'
import { teamsMeetings } from './graph/online-meetings.ts'

const ORGANISER = '5d0e0000-0000-4000-8000-0000000000e1'
const SECRET = 'a key that nobody may read, long enough -Test'
const NOBODY = '5d0e0000-0000-4000-8000-0000000000ff'

describe.skipIf(!contractIsHere)('--check-config', () => {
  let tenant: Tenant
  let cell: PostgresCell
  let folder: string
  let env: Readonly<Record<string, string>>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'check-config-'))
    cell = await aPostgresCell()
    const database = openPostgres(cell.urls)
    await migrate(database)
    await database.close()
    tenant = await aTenant({
      areas: () => {
        const meetings = teamsMeetings()
        return [meetings, aCalendar({ organiser: ORGANISER, makeMeeting: meetings.make })]
      },
    })
    const { key, cert } = tenant.certificate
    await writeFile(join(folder, 'ours.pem'), key + cert)
    const other = anAppCertificate()
    await writeFile(join(folder, 'another.pem'), other.key + other.cert)
    env = {
      MODE: 'rehearsal',
      PUBLIC_URL: 'https://cases.example',
      DATABASE_URL: cell.urls.web,
      WORKER_DATABASE_URL: cell.urls.worker,
      AUDIT_KEY: SECRET,
      TENANT_ID: tenant.tenantId,
      CLIENT_ID: tenant.clientId,
      CERTIFICATE_FILE: join(folder, 'ours.pem'),
      SHAREPOINT_SITE: tenant.sharePoint.siteId,
      ORGANISER,
      ENTRA_URL: tenant.entra.authority,
      GRAPH_URL: tenant.graph.origin,
      CONNECTOR_URL: 'https://localhost:1',
      CHANNEL_METADATA_URL: 'https://localhost:1/openid',
      NODE_EXTRA_CA_CERTS: theTestAuthority().caFile,
    }
  }, 60_000)
  afterAll(async () => {
    await tenant.close()
    await cell.drop()
    await rm(folder, { recursive: true, force: true })
  })

  /** What the program says, line by line, and its exit code. */
  async function checked(how: string, change: Readonly<Record<string, string>> = {}) {
    const child = spawn(process.execPath, ['server/main.ts', how], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env['PATH'], ...env, ...change },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 30_000,
    })
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => void (printed += chunk.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    expect(printed).not.toContain(SECRET)
    expect(printed).not.toContain('PRIVATE KEY')
    expect(printed).not.toMatch(/postgres(ql)?:\/\/\S+:\d+/)
    return { code, lines: printed.trim().split('\n') }
  }

  it('prints the settings as they take effect, secrets as set or missing, and calls nobody', async () => {
    const before = [tenant.entra.calls.length, tenant.graph.log.length]
    const { code, lines } = await checked('--check-config')
    expect(code).toBe(0)
    expect(lines[0]).toBe('MODE: rehearsal')
    expect(lines).toContain('AUDIT_KEY: set - the key of the audit seal')
    expect(lines).toContain('PORT: 3978 (default) - where it listens')
    expect(lines).toContain(
      `ORGANISER: ${ORGANISER} - the object id of the mailbox that organises meetings and sends mails`,
    )
    expect(lines.at(-1)).toBe('The settings are complete.')
    expect([tenant.entra.calls.length, tenant.graph.log.length]).toEqual(before)
  })

  it('names everything that is wrong, and ends with 78', async () => {
    const { code, lines } = await checked('--check-config', { AUDIT_KEY: '', STORY: 'no', ORGANISER: '' })
    expect(code).toBe(78)
    expect(lines).toContain('AUDIT_KEY: missing - the key of the audit seal')
    expect(found(lines)).toEqual([
      'Wrong: STORY is for one machine only; rehearsal does not start with it. Remove it.',
      'Wrong: AUDIT_KEY is missing; the audit trail is sealed with it.',
      'Wrong: ORGANISER is missing; it is the object id of the mailbox that organises meetings and sends mails.',
    ])
  })

  it('live: tries database, Entra, site, mailbox and bot, and says that each works', async () => {
    const { code, lines } = await checked('--check-config=live')
    expect({ code, found: found(lines) }).toEqual({
      code: 0,
      found: [
        'Works: The database lets both logins in, neither is above its walls, and it is at this version.',
        'Works: Entra gives the application a token.',
        'Works: The SharePoint site can be read.',
        'Works: The calendar of the mailbox that organises can be read.',
        'Works: Entra gives the bot a token for Teams.',
      ],
    })
  })

  it('live: says what does not work, and what to do', async () => {
    const { code, lines } = await checked('--check-config=live', {
      ORGANISER: '5d0e0000-0000-4000-8000-0000000000e2',
      SHAREPOINT_SITE: `council.sharepoint.com,${NOBODY},${NOBODY}`,
      DATABASE_URL: cell.urls.owner,
    })
    expect(code).toBe(78)
    expect(found(lines)).toEqual([
      'Wrong: The login of DATABASE_URL owns the tables or is above their rules: no wall would hold. Use evaluation_web.',
      'Works: Entra gives the application a token.',
      expect.stringMatching(/^Wrong: .*SharePoint site/),
      expect.stringMatching(/^Wrong: .*mailbox/),
      'Works: Entra gives the bot a token for Teams.',
    ])
  })

  it('live: a certificate of another application is said, and nothing more is tried', async () => {
    const { code, lines } = await checked('--check-config=live', {
      CERTIFICATE_FILE: join(folder, 'another.pem'),
    })
    expect(code).toBe(78)
    expect(found(lines).slice(1)).toEqual([
      expect.stringMatching(/^Wrong: Entra gives the application no token \(.*AADSTS700027\)/),
    ])
  })
})

function found(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => /^(Works|Wrong): /.test(line))
}
