import type { PostgresUrls } from '#store/database.ts'

/** What is set in every mode. Every setting with its meaning stands in `settings.ts` and in docs/operations.md. */
type Common = {
  readonly port: number
  /** Where people reach it: links in cards and mails begin with it. */
  readonly publicUrl: string
  readonly leaseMs: number
  readonly quietMs: number
  readonly sweepMs: number
}

/** One machine: personas, a clock that can be set, documents in a folder. */
export type LocalConfig = Common & {
  readonly mode: 'local'
  readonly dataDir: string
  readonly database:
    | { readonly engine: 'pglite' }
    | { readonly engine: 'postgresql'; readonly urls: PostgresUrls }
  readonly auditKey: string | undefined
  readonly botAnonymous: boolean
  /** Another Bot Connector stand-in than local mode's own: for tests and the Agents Playground. */
  readonly connectorUrl: string | undefined
  /** The example with which local mode starts; null: with nothing. */
  readonly story: 'neglect' | 'thread' | null
  readonly sending: Sending
}

/** Whether this copy of the data may send: `hold` until released, `release` what was restored or held. */
export type Sending = 'hold' | 'release' | 'as-it-was'

/** What proves the product to Entra. There is no client secret in it, by design. */
export type Credential =
  | { readonly kind: 'certificate'; readonly file: string }
  | { readonly kind: 'managed-identity'; readonly clientId: string }

/** Where Microsoft's services answer; rehearsal has stand-ins on this machine in their place. */
export type Addresses = {
  readonly entra: string
  readonly graph: string
  readonly connectors: readonly string[]
  /** Where Teams takes messages for somebody whose chat is not known yet. */
  readonly firstContact: string
  readonly channelMetadata: string
  readonly channelIssuer: string
}

/** Microsoft 365: the real thing, or the same against stand-ins on this machine. */
export type CloudConfig = Common & {
  readonly mode: 'production' | 'rehearsal'
  readonly host: string
  readonly database: DatabaseConfig
  readonly auditKey: string
  readonly tenantId: string
  readonly clientId: string
  readonly credential: Credential
  /** The id of the one SharePoint site: `host,site collection,site`. */
  readonly site: string
  /** The mailbox that organises meetings and sends mails. */
  readonly organiser: string
  /** The id of the app in the organisation's catalogue; without it the bot installs itself for nobody. */
  readonly teamsApp: string | undefined
  readonly invitesGuests: boolean
  readonly addresses: Addresses
}

/** The two logins of a running process. With Entra, each connection shows a token of its login's managed identity. */
export type DatabaseConfig = {
  readonly web: string
  readonly worker: string
  readonly signIn: 'password' | 'entra'
  readonly workerIdentity: string | undefined
}

/** What the migration needs: it runs once before a version starts, and it alone is the owner. */
export type MigrateConfig = {
  readonly mode: CloudConfig['mode']
  readonly owner: string
  readonly worker: string
  readonly signIn: DatabaseConfig['signIn']
  readonly identity: string | undefined
  readonly workerIdentity: string | undefined
  readonly sending: Sending
  readonly firstBusinessManager: SaidPerson | undefined
  readonly nextBusinessManager: SaidPerson | undefined
}

/** Somebody of the partnership's own organisation, as a setting names them. */
export type SaidPerson = {
  readonly tenantId: string
  readonly aadId: string
  readonly name: string
  readonly mail: string
}

/** What looking at the audit trail needs. */
export type AuditConfig = Pick<DatabaseConfig, 'worker' | 'signIn' | 'workerIdentity'> & {
  readonly auditKey: string
}

export type Config = LocalConfig | CloudConfig
