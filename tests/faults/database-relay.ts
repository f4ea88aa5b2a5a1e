import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'

import type { PostgresUrls } from '#store/database.ts'

export type Relay = {
  readonly urls: PostgresUrls
  /** As a restart or a fail-over looks from outside: every connection breaks, and none is taken until `back`. */
  away(): void
  back(): void
  close(): Promise<void>
}

/** Stands between the product and PostgreSQL. */
export async function aRelay(urls: PostgresUrls): Promise<Relay> {
  const { hostname, port } = new URL(urls.owner)
  const sockets = new Set<Socket>()
  let isAway = false
  const server = createServer((near) => {
    if (isAway) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = (url: string): string => {
    const changed = new URL(url)
    changed.hostname = '127.0.0.1'
    changed.port = String((server.address() as AddressInfo).port)
    return changed.href
  }
  return {
    urls: { owner: through(urls.owner), web: through(urls.web), worker: through(urls.worker) },
    away() {
      isAway = true
      for (const socket of sockets) socket.destroy()
    },
    back: () => void (isAway = false),
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
