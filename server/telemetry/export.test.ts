import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

import { expect, it } from 'vitest'

/** A process that counts one prompt, exports, and says which packages of OpenTelemetry it has loaded. */
async function aProcess(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly loaded: readonly string[] }> {
  const program = `
    import { registerHooks } from 'node:module'
    const loaded = new Set()
    registerHooks({ resolve(name, context, next) {
      const found = next(name, context)
      const owner = /@opentelemetry[/]([^/]+)/.exec(found.url)?.[1]
      if (owner) loaded.add(owner)
      return found
    } })
    const { exportMetrics } = await import('./server/telemetry/export.ts')
    const { openMeters } = await import('./server/telemetry/meters.ts')
    const exporting = await exportMetrics(process.env)
    openMeters().due(3)
    await exporting.stop()
    console.log(JSON.stringify([...loaded]))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: new URL('../..', import.meta.url),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 15_000,
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => void (printed += chunk.toString()))
  await once(child, 'close')
  return { loaded: JSON.parse(printed) as string[] }
}

it('without a collector nothing of the exporter is loaded', async () => {
  expect(await aProcess({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toEqual({ loaded: ['api'] })
})

it('with one the numbers reach it, by their names', async () => {
  const bodies: string[] = []
  const keep = async (request: IncomingMessage): Promise<void> => {
    bodies.push(`${request.url} ${Buffer.concat((await request.toArray()) as Buffer[]).toString()}`)
  }
  const collector = createServer((request, response) => {
    void keep(request).then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'))
  }).listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const { port } = collector.address() as AddressInfo
  const { loaded } = await aProcess({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/` })
  collector.close()
  expect(loaded).toContain('sdk-metrics')
  expect(bodies.join()).toContain('/v1/metrics')
  expect(bodies.join()).toContain('prompts_due_total')
}, 30_000)
