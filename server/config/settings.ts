/** Where a setting has a meaning. `cloud` is rehearsal and production; `migrate` the step before a version starts. */
export type Place = 'local' | 'rehearsal' | 'production' | 'migrate'

export type Setting = {
  readonly name: string
  readonly meaning: string
  readonly in: readonly Place[]
  /** Never printed. */
  readonly secret?: true
}

const EVERYWHERE = ['local', 'rehearsal', 'production'] as const
const CLOUD = ['rehearsal', 'production'] as const
const RUNNING_AND_MIGRATE = ['local', 'rehearsal', 'production', 'migrate'] as const
const CLOUD_AND_MIGRATE = ['rehearsal', 'production', 'migrate'] as const
const LOCAL = ['local'] as const
const REHEARSAL = ['rehearsal'] as const

/** Every setting of the product. What is not in a mode's list is refused there: nothing of a test is left on. */
export const SETTINGS = [
  { name: 'MODE', meaning: 'local, rehearsal or production', in: RUNNING_AND_MIGRATE },
  { name: 'PORT', meaning: 'where it listens', in: EVERYWHERE },
  { name: 'HOST', meaning: 'the address on which it listens; this machine alone unless set', in: CLOUD },
  { name: 'PUBLIC_URL', meaning: 'the address that people open', in: EVERYWHERE },
  { name: 'DATA_DIR', meaning: 'database, chats, mails and keys of this machine', in: LOCAL },
  { name: 'DATABASE_URL', meaning: 'PostgreSQL, login evaluation_web', in: EVERYWHERE, secret: true },
  {
    name: 'WORKER_DATABASE_URL',
    meaning: 'the same database, login evaluation_worker',
    in: RUNNING_AND_MIGRATE,
    secret: true,
  },
  {
    name: 'WORKER_DATABASE_IDENTITY',
    meaning: 'the client id of the managed identity that is the login evaluation_worker',
    in: CLOUD_AND_MIGRATE,
  },
  {
    name: 'OWNER_DATABASE_URL',
    meaning: 'the same database, the login that owns the tables and migrates',
    in: ['local', 'migrate'],
    secret: true,
  },
  {
    name: 'DATABASE_SIGN_IN',
    meaning: 'password, or entra: each connection shows a token of the managed identity',
    in: CLOUD_AND_MIGRATE,
  },
  { name: 'AUDIT_KEY', meaning: 'the key of the audit seal', in: EVERYWHERE, secret: true },
  { name: 'TENANT_ID', meaning: 'the organisation’s tenant', in: CLOUD },
  { name: 'CLIENT_ID', meaning: 'the application that is registered there', in: CLOUD },
  { name: 'CERTIFICATE_FILE', meaning: 'key and certificate of the application, as PEM', in: CLOUD },
  {
    name: 'MANAGED_IDENTITY',
    meaning: 'the client id of the managed identity that stands for the application',
    in: CLOUD_AND_MIGRATE,
  },
  { name: 'SHAREPOINT_SITE', meaning: 'the id of the one site for papers: host,guid,guid', in: CLOUD },
  {
    name: 'ORGANISER',
    meaning: 'the object id of the mailbox that organises meetings and sends mails',
    in: CLOUD,
  },
  { name: 'TEAMS_APP', meaning: 'the id of the app in the organisation’s catalogue', in: CLOUD },
  { name: 'INVITE_GUESTS', meaning: 'whether the product may invite guests: yes or no', in: CLOUD },
  {
    name: 'FIRST_BUSINESS_MANAGER',
    meaning: 'who sets the partnership up: tenant id/object id/mail address/name',
    in: ['migrate'],
  },
  {
    name: 'SENDING',
    meaning: 'whether this copy of the data may send: hold or release',
    in: ['local', 'migrate'],
  },
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', meaning: 'where metrics go; nowhere unless set', in: EVERYWHERE },
  { name: 'STORY', meaning: 'the example: neglect, thread or no', in: LOCAL },
  { name: 'BOT_ANONYMOUS', meaning: 'the bot asks for no token, for the Agents Playground', in: LOCAL },
  { name: 'CONNECTOR_URL', meaning: 'a Bot Connector stand-in', in: ['local', 'rehearsal'] },
  { name: 'ENTRA_URL', meaning: 'a stand-in of Microsoft Entra', in: REHEARSAL },
  { name: 'GRAPH_URL', meaning: 'a stand-in of Microsoft Graph', in: REHEARSAL },
  {
    name: 'CHANNEL_METADATA_URL',
    meaning: 'where a stand-in of the bot channel has its keys',
    in: REHEARSAL,
  },
  { name: 'LEASE_MS', meaning: 'for how long a message belongs to its process', in: ['local', 'rehearsal'] },
  { name: 'QUIET_MS', meaning: 'how long a message in doubt rests', in: ['local', 'rehearsal'] },
  { name: 'SWEEP_MS', meaning: 'how often due prompts are looked for', in: ['local', 'rehearsal'] },
] as const satisfies readonly Setting[]

export type SettingName = (typeof SETTINGS)[number]['name']

/** Settings that would open a door, whoever sets them: production refuses them, and so does a rehearsal. */
export const NEVER: Readonly<Record<string, string>> = {
  CLIENT_SECRET:
    'CLIENT_SECRET is set; the product takes no client secret. Use CERTIFICATE_FILE or MANAGED_IDENTITY.',
  NODE_TLS_REJECT_UNAUTHORIZED:
    'NODE_TLS_REJECT_UNAUTHORIZED is set; with it nobody would check who answers. Remove it.',
}
