import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { endpoints } from '#server/http/serve-http.ts'
import { aServer, forget } from '#tests/fixtures/a-server.ts'

import { served } from './served.ts'
import type { Served } from './served.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist')

let house: Served
let token: string
beforeAll(async () => {
  await built()
  house = await served('pglite')
  token = (await house.server.signIn('wes')).token
})
afterAll(() => house.close())

/** The pages as `npm start` builds them. */
async function built(): Promise<void> {
  if (existsSync(join(dist, 'tab/index.html'))) return
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build'], { cwd: root, timeout: 50_000 })
}

const call = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${house.server.origin}${path}`, init)

describe('pages', () => {
  const PAGES = [
    '/',
    '/support',
    '/actions',
    '/answer/00000000-0000-4000-8000-000000000000',
    '/chat',
    '/mailbox',
  ]

  it.each(PAGES)('have a policy with a nonce that is new each time: %s', async (path) => {
    const nonces: string[] = []
    for (const _ of [1, 2]) {
      const answer = await call(path)
      const html = await answer.text()
      const policy = answer.headers.get('content-security-policy') ?? ''
      const nonce = /script-src 'self' 'nonce-([\w-]{22,})'/.exec(policy)?.[1] ?? 'none'
      expect(answer.headers.get('content-type')).toContain('text/html')
      expect(html).toContain(`nonce="${nonce}"`)
      expect(html).not.toContain('__CSP_NONCE__')
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).toContain('frame-ancestors')
      expect(policy).not.toContain('unsafe-')
      nonces.push(nonce)
    }
    expect(new Set(nonces).size).toBe(2)
  })

  it('hold no script and no style of their own without the nonce', async () => {
    for (const path of PAGES) {
      const html = await (await call(path)).text()
      for (const [tag] of html.matchAll(/<(script|style)\b[^>]*>/g)) expect(tag).toMatch(/nonce="|src="\//)
    }
  })
})

describe('every answer', () => {
  const EVERYTHING: readonly (readonly [string, string])[] = [
    ...endpoints(true).map(({ method, path }) => [method, path.replace(':id', 'none')] as const),
    ['GET', '/'],
    ['GET', '/chat'],
    ['GET', '/api/openapi.json'],
    ['GET', '/api/nothing'],
    ['POST', '/api/messages'],
    ['GET', '/livez'],
    ['GET', '/readyz'],
    ['GET', '/local/personas'],
    ['POST', '/local/sign-in'],
    ['GET', '/local/chat'],
    ['GET', '/local/mailbox'],
    ['GET', '/local/clock'],
    ['GET', '/local/channel/openid'],
    ['GET', '/local/nothing'],
    ['GET', '/assets/nothing.js'],
  ]
  it.each(EVERYTHING)(
    'says that it is not to be kept, guessed at or referred from, and sets no cookie: %s %s',
    async (method, path) => {
      for (const headers of [
        {},
        { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
      ]) {
        const body = path === '/local/sign-in' ? '{"person":"wes"}' : '{}'
        const answer = await call(path, { method, headers, ...(method === 'POST' && { body }) })
        await answer.text()
        expect(answer.headers.get('cache-control')).toBe('no-store')
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
        expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
        expect(answer.headers.get('permissions-policy')).toContain('camera=(), microphone=(), geolocation=()')
        expect(answer.headers.get('strict-transport-security'), 'there is no HTTPS here').toBeNull()
        expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(answer.headers.get('set-cookie')).toBeNull()
        expect(answer.headers.get('access-control-allow-origin')).toBeNull()
        expect(answer.headers.get('x-powered-by')).toBeNull()
      }
    },
  )

  it('reads no cookie: a good token in one is a stranger’s', async () => {
    const answer = await call('/api/me', {
      headers: { cookie: `token=${token}; authorization=Bearer ${token}` },
    })
    expect(answer.status).toBe(401)
  })
})

describe('what was built', () => {
  it('is kept for a year by its hashed name, sets no cookie and is what is on the disk', async () => {
    const assets = (await readdir(join(dist, 'assets'))).filter((name) => /\.(js|css)$/.test(name))
    expect(assets.length).toBeGreaterThan(2)
    for (const name of assets.slice(0, 6)) {
      const answer = await call(`/assets/${name}`, { headers: { 'accept-encoding': 'br' } })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-type')).toMatch(/javascript|css/)
      expect(answer.headers.get('content-encoding')).toBe('br')
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(await answer.text()).toBe(await readFile(join(dist, 'assets', name), 'utf8'))
    }
  })

  it.each([
    '/assets/../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
  ])('is all that can be had: %s', async (path) => {
    expect(await (await call(path)).text()).not.toContain('case-evaluations-for-teams')
  })
})

describe('the two questions of whoever runs it', () => {
  it('alive and ready', async () => {
    expect(await (await call('/livez')).text()).toBe('alive')
    const ready = await call('/readyz')
    expect([ready.status, await ready.text()]).toEqual([200, 'ready'])
  })

  it('is alive before it is ready, and says 503 until the example is loaded', async () => {
    const server = await aServer({ untilReady: false, env: { MODE: 'local' } })
    try {
      const seen = new Set<string>()
      for (const deadline = Date.now() + 50_000; Date.now() < deadline; await pause(20)) {
        const answers = await Promise.all(
          ['/livez', '/readyz'].map((path) => fetch(`${server.origin}${path}`).catch(() => undefined)),
        )
        if (answers[0] && answers[1]) seen.add(`${answers[0].status} ${answers[1].status}`)
        if (answers[1]?.status === 200) break
      }
      expect([...seen]).toEqual(['200 503', '200 200'])
    } finally {
      await server.stop()
      await forget(server)
    }
  })
})
