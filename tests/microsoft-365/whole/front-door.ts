import { request } from 'node:http'

import { anHttpsService } from '../https.ts'
import type { Service } from '../https.ts'

/** The one port before several processes, as Azure puts one there: each request goes to the next of them. */
export async function aFrontDoor(behind: () => readonly number[], port?: number): Promise<Service> {
  let turn = 0
  return anHttpsService(
    async (incoming, response) => {
      const ports = behind()
      const target = ports[turn++ % ports.length]
      const forward = request(
        {
          host: '127.0.0.1',
          port: target,
          method: incoming.method,
          path: incoming.url,
          headers: incoming.headers,
        },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        },
      )
      forward.on('error', () => {
        if (response.headersSent) response.destroy()
        else response.writeHead(502).end()
      })
      response.on('close', () => forward.destroy())
      incoming.pipe(forward)
    },
    { ...(port !== undefined && { port }) },
  )
}
