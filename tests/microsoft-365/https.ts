import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

import { theTestAuthority } from './certificates.ts'

export type Service = { readonly origin: string; readonly port: number; close(): Promise<void> }

/**
 * An https server on this machine. Two host names reach it, so that a second one can stand for Microsoft's
 * upload and download hosts: "localhost" and "127.0.0.1".
 */
export async function anHttpsService(
  handle: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>,
  options: { readonly host?: 'localhost' | '127.0.0.1'; readonly port?: number } = {},
): Promise<Service> {
  const { server: certificate } = theTestAuthority()
  const { host = 'localhost', port: wanted = 0 } = options
  const server = createServer(certificate, (incoming, response) => {
    handle(incoming, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error))
    })
  }).listen(wanted, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `https://${host}:${port}`,
    port,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

export async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
