import type { Addresses, CloudConfig, Credential, MigrateConfig, SaidPerson } from './config.ts'
import { databaseOf, postgresIn, signInOf, workerIdentity } from './database.ts'
import { metricsAddress, pacing, sending } from './local.ts'
import { modeOf } from './mode.ts'
import { asRead, isGuid, isHere, openReader } from './reader.ts'
import type { Env, Read, Reader } from './reader.ts'
import { NEVER, SETTINGS } from './settings.ts'
import type { Setting } from './settings.ts'

const MICROSOFT: Addresses = {
  entra: 'https://login.microsoftonline.com',
  graph: 'https://graph.microsoft.com',
  connectors: ['https://smba.trafficmanager.net/'],
  firstContact: 'https://smba.trafficmanager.net/teams/',
  channelMetadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  channelIssuer: 'https://api.botframework.com',
}
const SHORTEST_KEY = 32

/** Microsoft 365 mode. What belongs to one machine, to a test or to the migration is refused by name. */
export function cloudConfig(reader: Reader, env: Env, mode: CloudConfig['mode']): CloudConfig {
  const { number, guid, guidIfSet, text, yesOrNo } = reader
  refuseForeign(reader, env, mode)
  metricsAddress(reader, mode)
  const port = number('PORT', 3978, 65_535)
  return {
    mode,
    port,
    host: text('HOST') ?? '127.0.0.1',
    publicUrl: secureUrl(reader),
    database: databaseOf(reader, mode),
    auditKey: auditKey(reader),
    tenantId: guid('TENANT_ID', 'it is the organisation’s tenant.'),
    clientId: guid('CLIENT_ID', 'it is the application that is registered in the tenant.'),
    credential: credentialOf(reader),
    site: siteOf(reader),
    organiser: guid(
      'ORGANISER',
      'it is the object id of the mailbox that organises meetings and sends mails.',
    ),
    teamsApp: guidIfSet('TEAMS_APP'),
    invitesGuests: yesOrNo('INVITE_GUESTS'),
    addresses: mode === 'production' ? MICROSOFT : standIns(reader),
    ...pacing(reader),
  }
}

/** The step before a version starts: as the owner, whom no running process holds. */
export function readMigrateConfig(env: Env): Read<MigrateConfig> {
  const reader = openReader(env)
  const mode = modeOf(env)
  if (mode === undefined || mode === 'local')
    reader.problems.push(
      'MODE has to be "production" or "rehearsal"; local mode brings its database to its version itself.',
    )
  const postgres = postgresIn(reader, mode)
  const signIn = signInOf(reader)
  return asRead(reader.problems, {
    mode: mode === 'rehearsal' ? mode : 'production',
    owner: postgres('OWNER_DATABASE_URL', 'the migration is done by the login that owns the tables.'),
    worker: postgres('WORKER_DATABASE_URL', 'the migration asks with it what a running process would see.'),
    signIn,
    identity: ownerIdentity(reader, signIn),
    workerIdentity: workerIdentity(reader, signIn),
    sending: sending(reader),
    firstBusinessManager: businessManager(reader, 'FIRST_BUSINESS_MANAGER'),
    nextBusinessManager: businessManager(reader, 'NEXT_BUSINESS_MANAGER'),
  })
}

/** What belongs to another mode is refused by name, so that nothing of a test or of one machine is left on. */
function refuseForeign({ problems }: Reader, env: Env, mode: CloudConfig['mode']): void {
  const all: readonly Setting[] = SETTINGS
  for (const { name, in: places } of all) {
    if (places.includes(mode) || env[name] === undefined) continue
    problems.push(
      name === 'OWNER_DATABASE_URL'
        ? 'OWNER_DATABASE_URL is for the migration alone; a running process that owns the tables has no walls. Remove it.'
        : places.includes('migrate')
          ? `${name} is for the migration; a running process does not take it. Remove it.`
          : `${name} is for one machine only; ${mode} does not start with it. Remove it.`,
    )
  }
  for (const [name, sentence] of Object.entries(NEVER)) if (env[name] !== undefined) problems.push(sentence)
}

/** Teams shows pages over https alone. */
function secureUrl({ problems, required, url }: Reader): string {
  if (required('PUBLIC_URL', 'it is the address that people open.') === '') return ''
  const said = url('PUBLIC_URL') ?? ''
  if (URL.canParse(said) && (new URL(said).protocol !== 'https:' || new URL(said).pathname !== '/'))
    problems.push(
      `PUBLIC_URL is "${said}"; it has to be https and a host alone, such as https://cases.example.org.`,
    )
  return said
}

function ownerIdentity({ problems, text }: Reader, signIn: MigrateConfig['signIn']): string | undefined {
  const said = text('MANAGED_IDENTITY')
  if (signIn === 'entra' && (said === undefined || !isGuid(said)))
    problems.push(
      `MANAGED_IDENTITY is ${said === undefined ? 'missing' : 'no id'}; for the migration it is the client id of the managed identity of the login evaluation_owner.`,
    )
  return said
}

function auditKey({ problems, required }: Reader): string {
  const key = required('AUDIT_KEY', 'the audit trail is sealed with it.')
  if (key !== '' && key.length < SHORTEST_KEY)
    problems.push(`AUDIT_KEY is too short; it has at least ${SHORTEST_KEY} characters, made by chance.`)
  return key
}

function credentialOf({ problems, text }: Reader): Credential {
  const file = text('CERTIFICATE_FILE')
  const clientId = text('MANAGED_IDENTITY')
  if ((file === undefined) === (clientId === undefined))
    problems.push(
      'Set CERTIFICATE_FILE or MANAGED_IDENTITY, one of them: it proves to Microsoft Entra which application this is.',
    )
  if (clientId !== undefined && !isGuid(clientId))
    problems.push('MANAGED_IDENTITY is no id; it is the client id of the managed identity.')
  return file === undefined
    ? { kind: 'managed-identity', clientId: clientId ?? '' }
    : { kind: 'certificate', file }
}

function siteOf({ problems, required }: Reader): string {
  const site = required('SHAREPOINT_SITE', 'it is the id of the one site for papers.')
  const [host, ...ids] = site.split(',')
  if (site !== '' && (!host?.includes('.') || ids.length !== 2 || !ids.every(isGuid)))
    problems.push('SHAREPOINT_SITE is no id of a site; it looks like council.sharepoint.com,guid,guid.')
  return site
}

/** Stand-ins are on this machine, or nothing of a rehearsal could be told from the real thing. */
function standIns(reader: Reader): Addresses {
  const here = (name: 'ENTRA_URL' | 'GRAPH_URL' | 'CONNECTOR_URL' | 'CHANNEL_METADATA_URL'): string => {
    const said = reader.url(name)
    if (said === undefined)
      reader.problems.push(`${name} is missing; a rehearsal has stand-ins for all of Microsoft 365.`)
    else if (URL.canParse(said) && !isHere(said))
      reader.problems.push(
        `${name} is not on this machine; a rehearsal talks to stand-ins on localhost alone.`,
      )
    return said ?? ''
  }
  const connector = `${here('CONNECTOR_URL')}/`
  return {
    entra: here('ENTRA_URL'),
    graph: here('GRAPH_URL'),
    connectors: [connector],
    firstContact: connector,
    channelMetadata: here('CHANNEL_METADATA_URL'),
    channelIssuer: MICROSOFT.channelIssuer,
  }
}

function businessManager(
  { problems, text }: Reader,
  setting: 'FIRST_BUSINESS_MANAGER' | 'NEXT_BUSINESS_MANAGER',
): SaidPerson | undefined {
  const said = text(setting)
  if (said === undefined) return undefined
  const [tenantId = '', aadId = '', mail = '', ...name] = said.split('/')
  if (!isGuid(tenantId) || !isGuid(aadId) || !mail.includes('@') || name.join('/').trim() === '')
    problems.push(`${setting} has to be tenant id/object id/mail address/name.`)
  return { tenantId: tenantId.toLowerCase(), aadId: aadId.toLowerCase(), mail, name: name.join('/').trim() }
}
