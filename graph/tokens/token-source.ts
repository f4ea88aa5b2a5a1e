import { createHash } from 'node:crypto'

import { ConfidentialClientApplication } from '@azure/msal-node'
import type { Configuration } from '@azure/msal-node'

import type { Measure } from '#core/measure.ts'

import { answered, faulted } from '../client/fault.ts'
import type { Answered } from '../client/fault.ts'
import type { TokenGiver } from '../client/graph.ts'
import { faultOfEntra } from './entra-faults.ts'
import { openEntraRoad } from './entra-road.ts'

/** How the product proves that it is itself. There is no third way: no secret is configured anywhere. */
export type Proof =
  | {
      readonly kind: 'certificate'
      readonly thumbprintSha256: string
      /** PEM. */
      readonly privateKey: string
      /** PEM of the certificate; Entra reads the issuer from it. */
      readonly x5c: string
    }
  | { readonly kind: 'federated'; readonly assertion: () => Promise<string> }

export type TokenSettings = {
  /** https://login.microsoftonline.com, or a stand-in's address. */
  readonly authority: string
  readonly tenantId: string
  readonly clientId: string
  readonly proof: Proof
  readonly realNow?: () => number
  readonly deadlineMs?: number
  /** Told of each call to Entra, for the metrics. */
  readonly measure?: Measure
  /** People whose tokens are kept at once; the longest unused goes first. */
  readonly mostPeople?: number
}

export type TokenSource = {
  /** As the product: "https://graph.microsoft.com/.default". */
  application(scope: string): TokenGiver
  /** As the person whose bearer token came in. */
  onBehalfOf(bearer: string, scopes: readonly string[]): TokenGiver
  /** For the bot's outgoing calls. */
  readonly msal: ConfidentialClientApplication
}

const MOST_PEOPLE = 500
/** A token is not used in its last minutes. */
const EARLY_MS = 300_000

/**
 * Tokens from Entra. The product's own stay in one MSAL application. For a person each exchange has an
 * application of its own that is thrown away: MSAL would keep all people in one store that grows, together with
 * refresh tokens that nobody needs. What stays is the access token, in memory, under a digest of the bearer token.
 * Each process has its own; nothing has to be shared between replicas.
 */
export function tokenSource(settings: TokenSettings): TokenSource {
  const { realNow = Date.now, mostPeople = MOST_PEOPLE } = settings
  const road = openEntraRoad(settings.deadlineMs ?? 10_000, realNow, settings.measure)
  const configuration = configurationOf(settings, road.network)
  const msal = new ConfidentialClientApplication(configuration)
  const underWay = new Map<string, Promise<Answered<string>>>()
  const people = new Map<string, { readonly token: string; readonly until: number }>()

  /** Asked for many times at once, it is fetched once. */
  function shared(key: string, fetchIt: () => Promise<Answered<string>>): Promise<Answered<string>> {
    const already = underWay.get(key)
    if (already) return already
    const asked = fetchIt().finally(() => underWay.delete(key))
    underWay.set(key, asked)
    return asked
  }

  async function orFault(
    acquire: () => Promise<{ readonly accessToken: string } | null>,
  ): Promise<Answered<string>> {
    try {
      const result = await acquire()
      return result ? answered(result.accessToken) : faulted('refused', { code: 'no-token' })
    } catch (thrown) {
      const silentMs = road.silentUntil() - realNow()
      if (silentMs > 0) return faulted('throttled', { retryAfterMs: silentMs })
      return { ok: false, fault: faultOfEntra(thrown) }
    }
  }

  function keep(key: string, token: string, until: number): void {
    people.delete(key)
    people.set(key, { token, until })
    for (const [oldest] of people) {
      if (people.size <= mostPeople) break
      people.delete(oldest)
    }
  }

  return {
    msal,
    application:
      (scope) =>
      ({ fresh }) =>
        shared(`${fresh ? 'fresh ' : ''}${scope}`, () =>
          orFault(() => msal.acquireTokenByClientCredential({ scopes: [scope], skipCache: fresh })),
        ),
    onBehalfOf: (bearer, scopes) => {
      const key = `${digestOf(bearer)} ${scopes.join(' ')}`
      return async ({ fresh }) => {
        const kept = people.get(key)
        if (!fresh && kept && kept.until > realNow()) {
          keep(key, kept.token, kept.until)
          return answered(kept.token)
        }
        return shared(key, () =>
          orFault(async () => {
            const alone = new ConfidentialClientApplication(configuration)
            const result = await alone.acquireTokenOnBehalfOf({
              oboAssertion: bearer,
              scopes: [...scopes],
            })
            alone.clearCache()
            if (result?.expiresOn) keep(key, result.accessToken, result.expiresOn.getTime() - EARLY_MS)
            return result
          }),
        )
      }
    },
  }
}

/**
 * What Entra's addresses are is said here, so that no call goes out to find them: a hundred cold calls would else
 * ask a hundred times. A host that MSAL does not know has to be named with its port.
 */
function configurationOf(
  { authority, tenantId, clientId, proof, measure }: TokenSettings,
  networkClient: NonNullable<Configuration['system']>['networkClient'],
): Configuration {
  const home = new URL(authority)
  if (home.protocol !== 'https:') throw new TypeError('Entra is called over https alone')
  const tenant = `${home.origin}/${tenantId}`
  return {
    auth: {
      clientId,
      authority: tenant,
      knownAuthorities: [home.host],
      authorityMetadata: JSON.stringify({
        issuer: `${tenant}/v2.0`,
        authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
        token_endpoint: `${tenant}/oauth2/v2.0/token`,
        end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
        jwks_uri: `${tenant}/discovery/v2.0/keys`,
      }),
      ...(proof.kind === 'certificate'
        ? {
            clientCertificate: {
              thumbprintSha256: proof.thumbprintSha256,
              privateKey: proof.privateKey,
              x5c: proof.x5c,
            },
          }
        : {
            clientAssertion: () =>
              proof.assertion().catch((error: unknown) => {
                measure?.({ service: 'entra', route: 'token', status: undefined })
                throw error
              }),
          }),
    },
    system: { ...(networkClient && { networkClient }), disableInternalRetries: true },
  }
}

const digestOf = (bearer: string): string => createHash('sha256').update(bearer).digest('base64url')
