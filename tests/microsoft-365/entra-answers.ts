import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What goes wrong with the next calls to the token endpoint. */
export type EntraFault =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'mfa'; readonly claims: string }
  | { readonly kind: 'consent-missing' }
  | { readonly kind: 'hang' }

export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

export const json = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  body,
  headers,
})

export const to = (location: string): Answer => ({ status: 302, headers: { location } })

/** An error as Entra words it: the number stands in the sentence and in `error_codes`. */
export function refusal(
  status: number,
  error: string,
  number: number,
  sentence: string,
  more: object = {},
): Answer {
  return json(status, {
    error,
    error_description: `AADSTS${number}: ${sentence}. Trace ID: ${randomUUID()}`,
    error_codes: [number],
    timestamp: new Date().toISOString(),
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...more,
  })
}

export async function befallen(fault: EntraFault): Promise<Answer> {
  switch (fault.kind) {
    case 'status':
      return json(
        fault.status,
        { error: 'temporarily_unavailable', error_description: 'AADSTS90055: Too many requests' },
        fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
      )
    case 'mfa':
      return refusal(400, 'interaction_required', 50076, 'You must use multi-factor authentication', {
        claims: fault.claims,
        suberror: 'basic_action',
      })
    case 'consent-missing':
      return refusal(400, 'invalid_grant', 65001, 'The user or administrator has not consented', {
        suberror: 'consent_required',
      })
    case 'hang':
      await new Promise((resolve) => setTimeout(resolve, 3000))
      return json(504, {})
  }
}

export function give(
  { status, body, text, headers }: Answer,
  incoming: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(status, {
    'access-control-allow-origin': incoming.headers.origin ?? '*',
    'access-control-allow-headers': incoming.headers['access-control-request-headers'] ?? '*',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'cache-control': 'no-store',
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  })
  response.end(body === undefined ? text : JSON.stringify(body))
}

export function discovery(tenant: string): object {
  return {
    issuer: `${tenant}/v2.0`,
    authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
    token_endpoint: `${tenant}/oauth2/v2.0/token`,
    end_session_endpoint: `${tenant}/oauth2/v2.0/logout`,
    jwks_uri: `${tenant}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256'],
  }
}

/** Without the standard ones and the resource's address: "User.ReadBasic.All". */
export function scopesIn(body: URLSearchParams): readonly string[] {
  return (body.get('scope') ?? '')
    .split(' ')
    .map((scope) => scope.replace('https://graph.microsoft.com/', ''))
    .filter((scope) => scope !== '' && !['openid', 'profile', 'offline_access'].includes(scope))
}

export const clientInfo = (uid: string, utid: string): string =>
  Buffer.from(JSON.stringify({ uid, utid })).toString('base64url')
