import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { Context } from 'hono'

/** Teams' frames: no other page may show ours. */
const ANCESTORS = "'self' https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft"

/** The headers of every answer; pages get a nonce for Fluent's style elements. */
export function policy(nonce: string | undefined): string {
  const own = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ANCESTORS}`,
  ].join('; ')
}

/** The built pages: hashed assets for long, index pages fresh each time with a nonce of their own. */
export function pages(dist: string, local: boolean): Hono {
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
  app.get('/*', (c) => page(c, join(dist, 'tab/index.html')))
  return app
}

async function page(c: Context, file: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url')
  const html = (await readFile(file, 'utf8')).replaceAll('__CSP_NONCE__', nonce)
  c.header('Content-Security-Policy', policy(nonce))
  c.header('Cache-Control', 'no-store')
  return c.html(html)
}
