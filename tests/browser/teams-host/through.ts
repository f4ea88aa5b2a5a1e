import type { BrowserContext, Request, Route } from 'playwright-core'

import { policy } from '#server/http/pages.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'

/** The tab's own host, over HTTPS as in a deployment. */
export const APP = 'https://cases.example.org'
export const AUTHORITY = 'https://login.microsoftonline.com/5b0f8a52-0000-4000-8000-00000000000a'

/** What the server says of how to sign in. */
export const ENTRA = {
  kind: 'entra',
  clientId: '5b0f8a52-0000-4000-8000-0000000000c1',
  tenantId: '5b0f8a52-0000-4000-8000-00000000000a',
  authority: AUTHORITY,
  scope: 'api://cases.example.org/botid-5b0f8a52-0000-4000-8000-0000000000c1/access_as_user',
} as const

/** What the door says of a token: the person's own token for the server behind, or a problem. */
export type Verdict =
  | { readonly token: string }
  | { readonly status: 401 | 403; readonly code: string; readonly detail?: string }

export type Through = {
  readonly server: TestServer
  /** Whom a bearer token stands for; without it sign-in is local mode's. */
  readonly door?: (token: string) => Verdict
  /** How the server says that one signs in, if something else than it would. */
  readonly signIn?: (route: Route) => Promise<void>
  /** The stream of changes ends as soon as it is open, as if the way to the server were cut again and again. */
  readonly cutsLive?: boolean
  /** Answers that are not the server's, by path. */
  readonly instead?: Readonly<Record<string, object>>
}

/**
 * Serves the product at its own HTTPS address: pages, assets and answers are the server's. Only the door is the
 * test's: it takes Entra's token off a request and puts on the one that local mode accepts of the same person.
 */
export async function passThrough(
  context: BrowserContext,
  { server, door, signIn, instead = {}, cutsLive = false }: Through,
): Promise<void> {
  await context.route(`${APP}/**`, async (route, request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname === '/api/live' && !cutsLive) return
    if (pathname === '/api/sign-in' && door) {
      await (signIn ? signIn(route) : route.fulfill({ json: ENTRA }))
      return
    }
    if (instead[pathname]) return route.fulfill({ json: instead[pathname] })
    const isAsked = pathname.startsWith('/api/') || pathname.startsWith('/local/')
    const verdict = door && isAsked ? door(bearerOf(request)) : undefined
    if (verdict && 'status' in verdict) {
      const { status, code, detail = 'As the server says it.' } = verdict
      await route.fulfill({ status, json: { status, title: 'No', detail, code, reference: 'r-1' } })
      return
    }
    if (pathname === '/api/live') return route.fulfill({ contentType: 'text/event-stream', body: '' })
    const headers = { ...request.headers(), ...(verdict && { authorization: `Bearer ${verdict.token}` }) }
    // Undefined, or nothing to give it to: the window was closed meanwhile.
    const response = await route
      .fetch({ url: `${server.origin}${pathname}${search}`, headers })
      .catch(() => undefined)
    if (!response) return
    const given = door ? entras(response.headers()) : response.headers()
    await route.fulfill({ response, headers: given }).catch(() => undefined)
  })
}

function bearerOf(request: Request): string {
  return (request.headers()['authorization'] ?? '').replace('Bearer ', '')
}

/** The page's policy, as the server writes it where Entra signs people in. */
function entras(headers: Record<string, string>): Record<string, string> {
  const given = headers['content-security-policy'] ?? ''
  const nonce = /'nonce-([\w-]+)'/.exec(given)?.[1]
  return { ...headers, 'content-security-policy': policy(nonce, AUTHORITY) }
}
