import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Server, createServer as createListener } from 'node:net'

import { expect, test, vi } from 'vitest'

import { startChild, waitForAnswer } from './child-process.ts'

const run = (program: string) => startChild(process.execPath, ['--eval', program], { output: 'ignore' })

test("the exit code is the child's own, and 1 when it never started", async () => {
  expect(await run('process.exit(7)').ended).toBe(7)
  expect(await startChild('/nowhere/at/all', []).ended).toBe(1)
})

test('a child that will not end when asked is made to', async () => {
  const stubborn = run('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)')
  const began = performance.now()
  await stubborn.stop(500)
  expect(performance.now() - began).toBeLessThan(5000)
  expect(stubborn.isRunning()).toBe(false)
})

test('what a child started and left behind ends with it', async () => {
  const listener = createListener().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const left = `require('node:net').connect(${portOf(listener)}, '127.0.0.1'); setInterval(() => {}, 1000)`
  const starts = `require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(left)}])`
  const child = run(`${starts}; process.on('SIGTERM', () => process.exit(0))`)
  const [connection] = await once(listener, 'connection', { signal: AbortSignal.timeout(5000) })
  let closed = false
  connection
    .on('error', () => undefined)
    .on('close', () => (closed = true))
    .resume()
  await child.stop()
  await vi.waitFor(() => expect(closed).toBe(true), 5000)
  listener.close()
})

test('waiting tells an answer from a child that ended and from one that is late', async () => {
  const server = createServer((request, response) =>
    response.writeHead(request.url === '/readyz' ? 200 : 503).end(),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${portOf(server)}`
  const child = run('setInterval(() => {}, 1000)')
  expect(await waitForAnswer(`${url}/readyz`, child, 5000)).toBe('ready')
  expect(await waitForAnswer(`${url}/busy`, child, 300)).toBe('late')
  await child.stop()
  expect(await waitForAnswer(`${url}/readyz`, child, 5000)).toBe('ended')
  server.close()
})

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
