import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { refused } from '#core/result.ts'
import { serveHttp } from '#server/http/serve-http.ts'
import { freePort } from '#tests/fixtures/a-server.ts'

let origin: string
let close: () => Promise<void>
beforeAll(async () => {
  const port = await freePort()
  origin = `http://127.0.0.1:${port}`
  const doors = await serveHttp({
    port,
    dist: import.meta.dirname,
    running: {} as never,
    outside: {} as never,
    signIn: async () => refused('not-signed-in'),
    signInAs: {
      kind: 'entra',
      clientId: 'c',
      tenantId: 't',
      authority: 'https://login.example/t',
      scope: 's',
    },
    transport: {} as never,
    live: { routes: new Hono(), close: async () => {} },
    log: () => {},
    localRoutes: undefined,
    changed: () => {},
    isHeld: () => false,
  })
  close = doors.close
})
afterAll(() => close())

it.each(['/livez', '/api/me', '/api/sign-in', '/support', '/assets/nothing.js', '/api/nothing'])(
  'where Entra signs people in, every answer insists on HTTPS and gives no device to anybody: %s',
  async (path) => {
    const { headers } = await fetch(`${origin}${path}`)
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000')
    expect(headers.get('permissions-policy')).toMatch(/camera=\(\), microphone=\(\), geolocation=\(\)/)
  },
)
