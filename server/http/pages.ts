import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Context } from 'hono'

import type { SignInAs } from '#core/people/sign-in.ts'

/** Teams' frames: no other page may show ours. */
const ANCESTORS = "'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft"

/**
 * The headers of every answer; pages get a nonce for Fluent's style elements, and the tab may ask the one authority
 * that signs people in for tokens, where there is one. No frame of it: tokens are renewed without.
 */
export function policy(nonce: string | undefined, authority?: string): string {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    authority === undefined ? "connect-src 'self'" : `connect-src 'self' ${new URL(authority).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ANCESTORS}`,
  ].join('; ')
}

/** The built pages: hashed assets for long, index pages fresh each time with a nonce of their own. */
export function pages(dist: string, local: boolean, signInAs: SignInAs = { kind: 'local' }): Hono {
  const authority = signInAs.kind === 'entra' ? signInAs.authority : undefined
  const app = new Hono()
  app.use(
    '/assets/*',
    serveStatic({
      root: dist,
      onFound: (_, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
      precompressed: true,
    }),
  )
  if (local) {
    for (const path of ['/chat', '/mailbox'])
      app.get(path, (c) => page(c, join(dist, 'local/page/index.html')))
  }
  app.get('/*', (c) => page(c, join(dist, 'tab/index.html'), authority))
  return app
}

async function page(c: Context, file: string, authority?: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url')
  const html = (await readFile(file, 'utf8')).replaceAll('__CSP_NONCE__', nonce)
  c.header('Content-Security-Policy', policy(nonce, authority))
  c.header('Cache-Control', 'no-store')
  return c.html(html)
}
