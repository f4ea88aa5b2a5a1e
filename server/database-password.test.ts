import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterEach, expect, onTestFinished, test, vi } from 'vitest'

import { databasePassword } from './database-password.ts'

const PRODUCT = '11111111-1111-4111-8111-111111111111'
const WORKER = '22222222-2222-4222-8222-222222222222'

afterEach(() => {
  vi.unstubAllEnvs()
})

/** Where Container Apps gives tokens to a container: the header says that it is that container who asks. */
async function identityEndpoint(): Promise<readonly URLSearchParams[]> {
  const asked: URLSearchParams[] = []
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams
    if (request.headers['x-identity-header'] !== 'the header') {
      response.writeHead(401).end()
      return
    }
    asked.push(query)
    const token = `token of ${query.get('client_id')}, number ${asked.length}`
    const ends = Math.floor(Date.now() / 1000) + 3600
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        access_token: token,
        expires_on: String(ends),
        resource: query.get('resource'),
        token_type: 'Bearer',
      }),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  vi.stubEnv('IDENTITY_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`)
  vi.stubEnv('IDENTITY_HEADER', 'the header')
  return asked
}

test('each login shows a token of its own identity, for the database and nothing else', async () => {
  const asked = await identityEndpoint()
  const { password } = databasePassword({ signIn: 'entra', workerIdentity: WORKER }, PRODUCT)
  const shown = [await password?.('web'), await password?.('worker'), await password?.('owner')]
  expect(shown[0]).toContain(`token of ${PRODUCT}`)
  expect(shown[1]).toContain(`token of ${WORKER}`)
  expect(shown[2]).toBe(shown[0])
  expect(new Set(asked.map((query) => query.get('resource')))).toEqual(
    new Set(['https://ossrdbms-aad.database.windows.net']),
  )
  // A token serves many connections: it is asked for again when it ends.
  expect(asked.length).toBe(2)
})

test('with passwords nobody is asked', () => {
  expect(databasePassword({ signIn: 'password', workerIdentity: undefined }, undefined)).toEqual({})
})
