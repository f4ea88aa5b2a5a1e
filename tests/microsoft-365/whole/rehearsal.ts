import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Moment } from '#core/calendar/moment.ts'
import type { LocalPerson } from '#local/connector/person.ts'
import { TENANT } from '#local/story/tenant.ts'
import { openPostgres } from '#store/database.ts'
import { moveStory } from '#store/furnish.ts'
import { aServer, freePort } from '#tests/fixtures/a-server.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'
import { aPostgresCell } from '#tests/fixtures/postgres/cell.ts'
import type { PostgresCell } from '#tests/fixtures/postgres/cell.ts'

import { agreed } from '../a-tenant.ts'
import { anAppCertificate, theTestAuthority } from '../certificates.ts'
import { anEntra } from '../entra.ts'
import type { Entra, EntraUser } from '../entra.ts'
import { aCalendar } from '../graph/calendar.ts'
import type { CalendarArea } from '../graph/calendar.ts'
import { teamsChats } from '../graph/chats.ts'
import { theDirectory } from '../graph/directory.ts'
import { aSharePoint } from '../graph/documents-area.ts'
import type { SharePoint } from '../graph/documents-area.ts'
import { personalInstalls } from '../graph/installs.ts'
import { aMailbox } from '../graph/mailbox.ts'
import type { MailboxArea } from '../graph/mailbox.ts'
import { teamsMeetings } from '../graph/online-meetings.ts'
import { aGraph } from '../graph/stand-in.ts'
import type { GraphStandIn } from '../graph/stand-in.ts'
import { aFrontDoor } from './front-door.ts'
import { aTeams } from './teams.ts'
import type { Teams } from './teams.ts'

export const CLIENT = '5d0e0000-0000-4000-8000-0000000000c1'
export const CATALOGUE_APP = '5d0e0000-0000-4000-8000-0000000000a2'
/** The mailbox, by its object id. */
const ORGANISER = '5d0e0000-0000-4000-8000-0000000000e1'
const PROCESSES = 2

/** The whole product in Microsoft 365 mode on this machine: two processes behind one port, all of Microsoft stood in. */
export type Rehearsal = {
  /** `https://localhost:PORT`, before both processes. */
  readonly url: string
  readonly servers: readonly TestServer[]
  readonly entra: Entra
  readonly graph: GraphStandIn
  readonly sharePoint: SharePoint
  readonly calendar: CalendarArea
  readonly mailbox: MailboxArea
  readonly teams: Teams
  readonly cell: PostgresCell
  /** The example's people, as Teams knows them. */
  person(id: string): LocalPerson
  user(id: string): EntraUser
  /** What Teams gives the tab for this person. */
  tokenFor(id: string): Promise<string>
  /** The example's clock is moved on, as nobody can outside of a rehearsal. */
  moveTo(moment: Moment): Promise<void>
  /** Ends everything; gives what broke a contract. */
  close(): Promise<readonly string[]>
}

/** Needs TEST_DATABASE_URL. `say` is told what is being done: the example takes half a minute. */
export async function aRehearsal(
  options: { readonly port?: number; readonly say?: (words: string) => void } = {},
): Promise<Rehearsal> {
  const { say = () => {} } = options
  const undo: (() => Promise<unknown>)[] = []
  const end = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step().catch(() => undefined)
  }
  try {
    const folder = await mkdtemp(join(tmpdir(), 'rehearsal-'))
    undo.push(() => rm(folder, { recursive: true, force: true }))
    const cell = await aPostgresCell()
    undo.push(() => cell.drop())
    say('Loading the example into PostgreSQL ...')
    const { people, auditKey } = await loadExample(cell)
    const users = people.map(asUser)

    say('Starting Microsoft Entra, Graph and Teams, stood in ...')
    const certificate = anAppCertificate()
    const { caFile } = theTestAuthority()
    const certificateFile = join(folder, 'certificate.pem')
    await writeFile(certificateFile, certificate.key + certificate.cert)
    const ports = await Promise.all(Array.from({ length: PROCESSES }, () => freePort()))
    const door = await aFrontDoor(() => ports, options.port)
    undo.push(() => door.close())
    const entra = await anEntra({
      tenantId: TENANT,
      users,
      apps: [
        {
          clientId: CLIENT,
          certificates: [certificate.cert],
          roles: agreed('application'),
          scopes: agreed('delegated'),
          redirects: [`${door.origin}/sign-in`],
        },
      ],
    })
    undo.push(() => entra.close())
    const wrongs: string[] = []
    const sharePoint = await aSharePoint({ wrong: (what) => void wrongs.push(what) })
    undo.push(() => sharePoint.close())
    const meetings = teamsMeetings()
    const calendar = aCalendar({ organiser: ORGANISER, makeMeeting: meetings.make })
    const mailbox = aMailbox(ORGANISER)
    const aadIds = users.map(({ oid }) => oid)
    const graph = await aGraph(entra, [
      sharePoint.area,
      meetings,
      calendar,
      mailbox,
      teamsChats([CATALOGUE_APP], meetings.hasChat),
      personalInstalls([CATALOGUE_APP], aadIds),
      theDirectory(users.map(asDirectoryUser)),
    ])
    undo.push(() => graph.close())
    const teams = await aTeams({
      entra,
      bot: { appId: CLIENT, tenantId: TENANT, name: 'Case Evaluations' },
      botEndpoint: () => `${door.origin}/api/messages`,
      people,
    })
    undo.push(() => teams.close())

    say(`Starting ${PROCESSES} processes of the product ...`)
    const env = {
      MODE: 'rehearsal',
      PUBLIC_URL: door.origin,
      DATABASE_URL: cell.urls.web,
      WORKER_DATABASE_URL: cell.urls.worker,
      AUDIT_KEY: auditKey,
      TENANT_ID: TENANT,
      CLIENT_ID: CLIENT,
      CERTIFICATE_FILE: certificateFile,
      SHAREPOINT_SITE: sharePoint.siteId,
      ORGANISER,
      TEAMS_APP: CATALOGUE_APP,
      ENTRA_URL: entra.authority,
      GRAPH_URL: graph.origin,
      CONNECTOR_URL: teams.connectorUrl,
      CHANNEL_METADATA_URL: teams.metadataUrl,
      SWEEP_MS: '500',
      NODE_EXTRA_CA_CERTS: caFile,
    }
    await migrate(cell)
    const servers = await Promise.all(
      ports.map((port) => aServer({ port, env, dataDir: folder, onlyEnv: true })),
    )
    undo.push(() => Promise.all(servers.map((server) => server.stop())))
    say('Teams installs the app for everybody ...')
    for (const person of people) if (person.noBot !== true) await teams.chats.install(person)

    const person = (id: string): LocalPerson => {
      const found = people.find((each) => each.id === id)
      if (!found) throw new Error(`there is nobody called ${id} in the example`)
      return found
    }
    const user = (id: string) => asUser(person(id))
    return {
      url: door.origin,
      servers,
      entra,
      graph,
      sharePoint,
      calendar,
      mailbox,
      teams,
      cell,
      person,
      user,
      tokenFor: (id) => entra.userToken(user(id), CLIENT),
      moveTo: (moment) => asOwner(cell, (running) => moveStory(running, moment)),
      async close() {
        await end()
        return [...wrongs, ...graph.wrongs, ...teams.wrongs]
      },
    }
  } catch (fault) {
    await end()
    throw fault
  }
}

/** Local mode loads the example through the use cases; then it is gone. */
async function loadExample(
  cell: PostgresCell,
): Promise<{ readonly people: readonly LocalPerson[]; readonly auditKey: string }> {
  const server = await aServer({ cell, env: { STORY: 'neglect' } })
  await server.stop()
  const auditKey = await readFile(join(server.dataDir, 'audit.key'), 'utf8')
  await rm(server.dataDir, { recursive: true, force: true })
  const people = await asOwner(cell, ({ database }) =>
    database.transact({ as: 'owner' }, async (trx) => {
      const rows = await trx
        .selectFrom('person')
        .select(['id', 'name', 'road', 'tenant_id', 'aad_id'])
        .execute()
      return rows.map(({ id, name, road, tenant_id: tenantId, aad_id: aadId }) => ({
        id,
        name,
        aadId,
        tenantId,
        ...(road === 'mail' && { noBot: true }),
      }))
    }),
  )
  return { people, auditKey }
}

async function asOwner<T>(
  { urls }: PostgresCell,
  work: (running: Parameters<typeof moveStory>[0]) => Promise<T>,
): Promise<T> {
  const database = openPostgres(urls)
  const calendar = { bankHolidays: new Set<never>() }
  try {
    return await work({
      database,
      calendar,
      readCalendar: async () => {},
      realNow: Date.now,
      leaseMs: 60_000,
    })
  } finally {
    await database.close()
  }
}

async function migrate({ urls }: PostgresCell): Promise<void> {
  const child = spawn(process.execPath, ['server/migrate.ts'], {
    cwd: join(import.meta.dirname, '../../..'),
    env: {
      ...process.env,
      MODE: 'rehearsal',
      OWNER_DATABASE_URL: urls.owner,
      WORKER_DATABASE_URL: urls.worker,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error('the migration failed')
}

function asUser({ aadId, tenantId, name, id }: LocalPerson): EntraUser {
  return { oid: aadId, tid: tenantId, name, mail: `${id}@partnership.example` }
}

function asDirectoryUser({ oid, name, mail }: EntraUser) {
  return { id: oid, displayName: name, mail, userPrincipalName: mail, jobTitle: null }
}
