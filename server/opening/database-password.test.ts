import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createSocketServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

import { Client } from 'pg'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'

import { openPostgres } from '#store/database.ts'
import { addressOf } from '#store/postgres-address.ts'

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

/** A PostgreSQL that asks each connection for its password in clear text, as Azure does, and does nothing else. */
async function askingServer(): Promise<{ port: number; shown: readonly Shown[] }> {
  const shown: Shown[] = []
  const open = new Set<Socket>()
  const server = createSocketServer((socket) => {
    open.add(socket)
    let user = ''
    let waiting = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk])
      while (waiting.length >= 5) {
        // The first message has no letter before its length.
        const letter = user === '' ? '' : String.fromCharCode(waiting[0] ?? 0)
        const end = letter.length + waiting.readInt32BE(letter.length)
        if (waiting.length < end) return
        const body = waiting.subarray(letter.length + 4, end)
        waiting = waiting.subarray(end)
        if (letter === '') {
          user = /user\0([^\0]*)/.exec(body.toString())?.[1] ?? 'nobody'
          socket.write(message('R', int(3)))
        } else if (letter === 'p') {
          shown.push({ user, password: body.toString().replace('\0', '') })
          socket.write(Buffer.concat([message('R', int(0)), IDLE]))
        } else if (letter === 'Q') socket.write(Buffer.concat([message('C', Buffer.from('DONE\0')), IDLE]))
        else if (letter === 'P') socket.write(message('1'))
        else if (letter === 'B') socket.write(message('2'))
        else if (letter === 'D') socket.write(message('n'))
        else if (letter === 'E') socket.write(message('C', Buffer.from('DONE\0')))
        else if (letter === 'S') socket.write(IDLE)
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, shown }
}

const nothing = async (): Promise<void> => {}

type Shown = { readonly user: string; readonly password: string }

const int = (value: number): Buffer => {
  const four = Buffer.alloc(4)
  four.writeInt32BE(value)
  return four
}
const message = (letter: string, body: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([Buffer.from(letter), int(4 + body.length), body])
const IDLE = message('Z', Buffer.from('I'))

test('every new connection shows the token of its login: those of the pools, and the line that listens', async () => {
  await identityEndpoint()
  const { port, shown } = await askingServer()
  const address = (login: string): string => `postgresql://${login}@127.0.0.1:${port}/evaluations`
  const database = openPostgres({
    web: address('evaluation_web'),
    worker: address('evaluation_worker'),
    ...databasePassword({ signIn: 'entra', workerIdentity: WORKER }, PRODUCT),
  })
  await database.transact({ as: 'web', person: null }, nothing)
  await database.transact({ as: 'worker' }, nothing)
  const stop = await database.listen(
    'changed',
    () => {},
    () => {},
  )
  await stop()
  await database.close()
  expect(shown.map(({ user, password }) => [user, password.replace(/, number.*/, '')])).toEqual([
    ['evaluation_web', `token of ${PRODUCT}`],
    ['evaluation_worker', `token of ${WORKER}`],
    ['evaluation_web', `token of ${PRODUCT}`],
  ])
})

test.each([
  'evaluation_web@db.example.org:5432/evaluations?sslmode=verify-full',
  'evaluation_web@db.example.org/evaluations?sslmode=require',
  'evaluation_web@db.example.org/evaluations?sslmode=no-verify',
  'evaluation_web@[::1]:6000/evaluations?sslmode=disable',
  'of%40cell@127.0.0.1/a%20cell?application_name=drill&options=-c%20lock_timeout%3D1s',
  'evaluation_web@localhost/evaluations',
])('an address that is taken apart leads where pg would go: %s', (rest) => {
  const read = (shown?: () => Promise<string>) => {
    const { host, port, user, database, ssl, ...client } = new Client(
      addressOf(`postgresql://${rest}`, shown),
    ) as Client & { connectionParameters: Readonly<Record<string, unknown>> }
    const { application_name, options } = client.connectionParameters
    return {
      host,
      port,
      user,
      database,
      ssl: ssl && ({ ...Object(ssl) } as unknown),
      application_name,
      options,
    }
  }
  expect(read(async () => 'a token')).toEqual(read())
})
