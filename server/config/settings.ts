/** Where a setting has a meaning: in a mode, or in `migrate`, the step before a version starts. */
export type Place = 'local' | 'rehearsal' | 'production' | 'migrate'

export type Setting = {
  readonly name: string
  readonly meaning: string
  readonly in: readonly Place[]
  /** Never printed. */
  readonly secret?: true
  /** What holds where it is not set; `required`: it does not start. */
  readonly unset: string
}

const EVERYWHERE = ['local', 'rehearsal', 'production'] as const
const CLOUD = ['rehearsal', 'production'] as const
const RUNNING_AND_MIGRATE = ['local', 'rehearsal', 'production', 'migrate'] as const
const CLOUD_AND_MIGRATE = ['rehearsal', 'production', 'migrate'] as const
const LOCAL = ['local'] as const
const REHEARSAL = ['rehearsal'] as const

/** Every setting of the product. What is not in a mode's list is refused there: nothing of a test is left on. */
export const SETTINGS = [
  {
    name: 'MODE',
    meaning: 'local, rehearsal or production',
    in: RUNNING_AND_MIGRATE,
    unset: 'local; production where NODE_ENV=production',
  },
  { name: 'PORT', meaning: 'where it listens', in: EVERYWHERE, unset: '3978' },
  {
    name: 'HOST',
    meaning: 'the address on which it listens',
    in: CLOUD,
    unset: '127.0.0.1',
  },
  {
    name: 'PUBLIC_URL',
    meaning: 'the address that people open',
    in: EVERYWHERE,
    unset: 'http://localhost:PORT in local mode; else required',
  },
  { name: 'DATA_DIR', meaning: 'database, chats, mails and keys of this machine', in: LOCAL, unset: '.data' },
  {
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL, login evaluation_web',
    in: EVERYWHERE,
    secret: true,
    unset: 'the embedded PGlite in local mode; else required',
  },
  {
    name: 'WORKER_DATABASE_URL',
    meaning: 'the same database, login evaluation_worker',
    in: RUNNING_AND_MIGRATE,
    secret: true,
    unset: 'required, in local mode with DATABASE_URL',
  },
  {
    name: 'WORKER_DATABASE_IDENTITY',
    meaning: 'the client id of the managed identity that is the login evaluation_worker',
    in: CLOUD_AND_MIGRATE,
    unset: 'required with DATABASE_SIGN_IN=entra',
  },
  {
    name: 'OWNER_DATABASE_URL',
    meaning: 'the same database, the login that owns the tables and migrates',
    in: ['local', 'migrate'],
    secret: true,
    unset: 'required, in local mode with DATABASE_URL',
  },
  {
    name: 'DATABASE_SIGN_IN',
    meaning: 'password, or entra: each connection shows a token of the managed identity',
    in: CLOUD_AND_MIGRATE,
    unset: 'password',
  },
  {
    name: 'AUDIT_KEY',
    meaning: 'the key of the audit seal',
    in: EVERYWHERE,
    secret: true,
    unset: 'a key made once in DATA_DIR in local mode; else required',
  },
  { name: 'TENANT_ID', meaning: 'the organisation’s tenant', in: CLOUD, unset: 'required' },
  { name: 'CLIENT_ID', meaning: 'the application that is registered there', in: CLOUD, unset: 'required' },
  {
    name: 'CERTIFICATE_FILE',
    meaning: 'key and certificate of the application, as PEM',
    in: CLOUD,
    unset: 'required, or MANAGED_IDENTITY',
  },
  {
    name: 'MANAGED_IDENTITY',
    meaning:
      'the client id of the managed identity that stands for the application; for the migration, of evaluation_owner',
    in: CLOUD_AND_MIGRATE,
    unset: 'required, or CERTIFICATE_FILE; for the migration with DATABASE_SIGN_IN=entra',
  },
  {
    name: 'SHAREPOINT_SITE',
    meaning: 'the id of the one site for papers: host,guid,guid',
    in: CLOUD,
    unset: 'required',
  },
  {
    name: 'ORGANISER',
    meaning: 'the object id of the mailbox that organises meetings and sends mails',
    in: CLOUD,
    unset: 'required',
  },
  {
    name: 'TEAMS_APP',
    meaning: 'the id of the app in the organisation’s catalogue',
    in: CLOUD,
    unset: 'the bot installs itself for nobody',
  },
  {
    name: 'INVITE_GUESTS',
    meaning: 'whether the product may invite guests: yes or no',
    in: CLOUD,
    unset: 'no',
  },
  {
    name: 'FIRST_BUSINESS_MANAGER',
    meaning: 'who sets the partnership up: tenant id/object id/mail address/name',
    in: ['migrate'],
    // It names a person.
    secret: true,
    unset: 'nobody is named',
  },
  {
    name: 'NEXT_BUSINESS_MANAGER',
    meaning: 'who is business manager from today in place of whoever is, written as FIRST_BUSINESS_MANAGER',
    in: ['migrate'],
    secret: true,
    unset: 'whoever is stays',
  },
  {
    name: 'SENDING',
    meaning: 'whether this copy of the data may send: hold or release',
    in: ['local', 'migrate'],
    unset: 'as it was',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    meaning: 'where metrics go, over OTLP; in production https, or on this machine',
    in: EVERYWHERE,
    // Its path may hold the key of whoever takes them.
    secret: true,
    unset: 'nowhere',
  },
  { name: 'STORY', meaning: 'the example: neglect, thread or no', in: LOCAL, unset: 'neglect' },
  {
    name: 'BOT_ANONYMOUS',
    meaning: 'the bot asks for no token, for the Agents Playground',
    in: LOCAL,
    unset: 'no',
  },
  {
    name: 'CONNECTOR_URL',
    meaning: 'a Bot Connector stand-in',
    in: ['local', 'rehearsal'],
    unset: 'the process’s own in local mode; in a rehearsal required',
  },
  { name: 'ENTRA_URL', meaning: 'a stand-in of Microsoft Entra', in: REHEARSAL, unset: 'required' },
  { name: 'GRAPH_URL', meaning: 'a stand-in of Microsoft Graph', in: REHEARSAL, unset: 'required' },
  {
    name: 'CHANNEL_METADATA_URL',
    meaning: 'where a stand-in of the bot channel has its keys',
    in: REHEARSAL,
    unset: 'required',
  },
  {
    name: 'LEASE_MS',
    meaning: 'for how long a message belongs to its process, in milliseconds',
    in: ['local', 'rehearsal'],
    unset: '60000',
  },
  {
    name: 'QUIET_MS',
    meaning: 'how long a message in doubt rests, in milliseconds',
    in: ['local', 'rehearsal'],
    unset: '600000',
  },
  {
    name: 'SWEEP_MS',
    meaning: 'how often due prompts are looked for, in milliseconds',
    in: ['local', 'rehearsal'],
    unset: '5000',
  },
] as const satisfies readonly Setting[]

export type SettingName = (typeof SETTINGS)[number]['name']

/** Settings that would open a door, whoever sets them: production refuses them, and so does a rehearsal. */
export const NEVER: Readonly<Record<string, string>> = {
  CLIENT_SECRET:
    'CLIENT_SECRET is set; the product takes no client secret. Use CERTIFICATE_FILE or MANAGED_IDENTITY.',
  NODE_TLS_REJECT_UNAUTHORIZED:
    'NODE_TLS_REJECT_UNAUTHORIZED is set; with it nobody would check who answers. Remove it.',
}
