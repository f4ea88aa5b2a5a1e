import { isGuid, openReader } from '#server/config/reader.ts'
import type { Env } from '#server/config/reader.ts'

/** What setting up needs to know. What is not decided yet is undefined, and a step says where it comes from. */
export type Settings = {
  readonly tenantId: string | undefined
  readonly clientId: string | undefined
  readonly publicUrl: string | undefined
  readonly site: string | undefined
  readonly organiser: string | undefined
  readonly teamsApp: string | undefined
  readonly managedIdentity: string | undefined
  /** Object ids of those who may own the registration, parted by commas. */
  readonly owners: readonly string[]
  readonly inviteGuests: boolean
  readonly certificateFile: string | undefined
  readonly entra: string
  readonly graph: string
  /** Of an administrator, for what only an administrator may read. Never printed. */
  readonly adminToken: string | undefined
  /** Who must be refused: the check asks for it and hopes for a "no". */
  readonly otherMailbox: string | undefined
  readonly otherSite: string | undefined
}

export type Asked = { readonly otherMailbox?: string | undefined; readonly otherSite?: string | undefined }

/** The settings of the product that concern the tenant, with what is wrong with those that are set. */
export function readSettings(
  env: Env,
  asked: Asked,
): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = []
  const reader = openReader(env)
  const set = (name: Named): string | undefined => {
    const value = reader.text(name)
    if (value === undefined || LOOKS[name].test(value)) return value
    problems.push(`${name} is "${value}"; ${looksLike(name)}.`)
    return undefined
  }
  const guid = (name: Named): string | undefined => {
    const value = set(name)
    // In small letters, as Entra says them: ids are compared letter by letter.
    if (value === undefined || isGuid(value)) return value?.toLowerCase()
    problems.push(`${name} is "${value}"; that is nobody's id.`)
    return undefined
  }
  const service = (name: 'ENTRA_URL' | 'GRAPH_URL', usual: string): string => {
    const value = reader.text(name)
    if (value === undefined) return usual
    if (isLoopback(value)) return value.replace(/\/$/, '')
    problems.push(`${name} is "${value}"; a stand-in is on this machine. Remove it to ask Microsoft.`)
    return usual
  }
  const settings: Settings = {
    tenantId: guid('TENANT_ID'),
    clientId: guid('CLIENT_ID'),
    publicUrl: publicUrl(reader.text('PUBLIC_URL'), problems),
    site: set('SHAREPOINT_SITE'),
    organiser: guid('ORGANISER'),
    teamsApp: guid('TEAMS_APP'),
    managedIdentity: guid('MANAGED_IDENTITY'),
    owners: owners(env['OWNERS'], problems),
    inviteGuests: reader.yesOrNo('INVITE_GUESTS'),
    certificateFile: reader.text('CERTIFICATE_FILE'),
    entra: service('ENTRA_URL', 'https://login.microsoftonline.com'),
    graph: service('GRAPH_URL', 'https://graph.microsoft.com'),
    adminToken: env['ADMIN_TOKEN'] || undefined,
    otherMailbox: plain('--other-mailbox', asked.otherMailbox, LOOKS.ORGANISER, problems),
    otherSite: plain('--other-site', asked.otherSite, OTHER_SITE, problems),
  }
  return { settings, problems: [...problems, ...reader.problems] }
}

type Named = keyof typeof LOOKS

const ID = /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/
const OTHER_SITE = /^[A-Za-z0-9.-]+(?:,[0-9a-fA-F-]{36},[0-9a-fA-F-]{36}|:\/sites\/[A-Za-z0-9._-]+)$/

/** What may stand in a script or an address that we write: nothing that a shell or a filter would read otherwise. */
const LOOKS = {
  TENANT_ID: ID,
  CLIENT_ID: ID,
  TEAMS_APP: ID,
  MANAGED_IDENTITY: ID,
  SHAREPOINT_SITE: /^[A-Za-z0-9.-]+,[0-9a-fA-F-]{36},[0-9a-fA-F-]{36}$/,
  ORGANISER: ID,
} as const

function looksLike(name: Named): string {
  if (name === 'SHAREPOINT_SITE') return 'it is a host and two ids, parted by commas'
  if (name === 'ORGANISER') return 'it is the object id of the mailbox, no address'
  return 'it looks like 00000000-0000-4000-8000-000000000000'
}

function owners(value: string | undefined, problems: string[]): readonly string[] {
  const ids = (value ?? '').split(',').filter((id) => id !== '')
  if (ids.every((id) => ID.test(id))) return ids.map((id) => id.toLowerCase())
  problems.push(`OWNERS is "${value}"; it is object ids, parted by commas.`)
  return []
}

function publicUrl(value: string | undefined, problems: string[]): string | undefined {
  if (value === undefined) return undefined
  const at = URL.canParse(value) ? new URL(value) : undefined
  if (at && at.pathname === '/' && (at.protocol === 'https:' || isLoopback(value))) return at.origin
  problems.push(`PUBLIC_URL is "${value}"; it is the address that people open, https and a host name alone.`)
  return undefined
}

function plain(
  name: string,
  value: string | undefined,
  looks: RegExp,
  problems: string[],
): string | undefined {
  if (value === undefined || looks.test(value)) return value
  problems.push(`${name} "${value}" is none; see docs/install.md, step 10.`)
  return undefined
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?\/?$/.test(url)
}
