import type { ConfidentialClientApplication } from '@azure/msal-node'

/**
 * What proves us to the connector: our own MSAL application (one tenant, certificate, secret or federated
 * credential are its business), a fixed token that the local stand-in knows, or nothing (Agents Playground).
 */
type OutgoingCredentials =
  | {
      readonly kind: 'entra'
      readonly application: Pick<ConfidentialClientApplication, 'acquireTokenByClientCredential'>
    }
  | { readonly kind: 'fixed'; readonly token: string }
  | { readonly kind: 'none' }

/** Plain settings of the transport. Addresses come from configuration, never from a request. */
export type BotbuilderSettings = {
  readonly appId: string
  readonly tenantId: string
  readonly appType: 'SingleTenant'
  readonly outgoing: OutgoingCredentials
  /** Prefixes of the service URLs that may be answered and called, such as https://smba.trafficmanager.net/ */
  readonly allowedServiceUrls: readonly string[]
  /** Tenants whose people may talk to the bot; the bot's own when left out. */
  readonly tenants?: readonly string[]
  /** Where the channel publishes its keys, and who it says it is; Microsoft's public ones when left out. */
  readonly openIdMetadataUrl?: string
  readonly issuer?: string
  /** For the Agents Playground only: no inbound token, no tenant check. Needs `outgoing` none and loopback. */
  readonly anonymous?: boolean
  /** Longest wait for one outgoing call, its token included, in milliseconds. */
  readonly deadlineMs?: number
  /** Longest wait of a person for the answer to a press, before it is said that it takes longer. */
  readonly patienceMs?: number
  /** Waits for a place under the limits of Teams; undefined when there is none in time. None are kept when left out. */
  readonly turnToAnswer?: (call: {
    readonly tenant: string
    readonly chat: string
  }) => Promise<(() => void) | undefined>
  /** Told when Teams asks for silence after a reply. */
  readonly throttled?: (tenant: string, forMs: number) => void
  /** Told of every refusal and fault; codes, plus the error for a log that strips personal data. */
  readonly report?: (incident: TransportIncident) => void
}

export type Refusal =
  | 'not-an-activity'
  | 'no-token'
  | 'foreign-issuer'
  | 'token-refused'
  | 'wrong-channel'
  | 'service-url'
  | 'tenant'

export type TransportIncident =
  | { readonly what: 'refused'; readonly why: Refusal }
  | { readonly what: 'reply-failed'; readonly why: string }
  | { readonly what: 'handler-failed'; readonly error: unknown }

export type TransportRules = Required<BotbuilderSettings>

/** Settings with their defaults. Throws on a combination that would leave the door or a real token open. */
export function rulesFrom(settings: BotbuilderSettings): TransportRules {
  const rules = { ...defaults(settings.tenantId), ...settings }
  if (rules.appId === '') throw new Error('The bot needs its app id')
  if (rules.allowedServiceUrls.length === 0) throw new Error('The bot needs at least one allowed service URL')
  if (rules.deadlineMs <= 0) throw new Error('The deadline of outgoing calls must be above zero')
  for (const url of [rules.openIdMetadataUrl, ...rules.allowedServiceUrls]) {
    if (!isSafe(url)) throw new Error('Bot addresses must be https, or http on this machine')
  }
  if (rules.anonymous && (rules.outgoing.kind !== 'none' || !rules.allowedServiceUrls.every(isLoopback))) {
    throw new Error('An anonymous bot holds no credentials and talks to this machine only')
  }
  if (!rules.anonymous && rules.outgoing.kind === 'none')
    throw new Error('The bot needs credentials to answer')
  return rules
}

function defaults(tenantId: string) {
  return {
    tenants: [tenantId],
    openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    issuer: 'https://api.botframework.com',
    anonymous: false,
    deadlineMs: 10_000,
    patienceMs: 4000,
    turnToAnswer: async () => () => {},
    throttled: () => {},
    report: () => {},
  }
}

function isSafe(address: string): boolean {
  return URL.canParse(address) && (new URL(address).protocol === 'https:' || isLoopback(address))
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
}
