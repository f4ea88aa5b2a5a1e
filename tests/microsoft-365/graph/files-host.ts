import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

import { QuickXorHash } from '#graph/documents/quick-xor-hash.ts'

import { anHttpsService, bytesOf } from '../https.ts'
import { no, yes } from './stand-in.ts'
import type { GraphAnswer } from './stand-in.ts'

/** What an upload leads to; the library knows. */
type Upload = {
  /** What stands against so many bytes; the name is looked at with the last range alone. */
  readonly obstacle: (total: number, isLast: boolean) => GraphAnswer | undefined
  /** Keeps them, and gives the item. `whole` is undefined for what is too large to be kept in a test. */
  readonly finish: (whole: Buffer | undefined, size: number, hash: string) => object
}

type Session = Upload & {
  readonly hash: QuickXorHash
  readonly parts: Buffer[]
  until: number
  size: number
}

export type FilesHost = {
  readonly origin: string
  /** What came here. */
  readonly log: readonly { readonly method: string; readonly status: number }[]
  readonly sessions: ReadonlyMap<string, unknown>
  /** Addresses lead there from now on. */
  publishAt(origin: string): void
  /** What createUploadSession answers with. */
  openUpload(upload: Upload): object
  /** An address of bytes, good without a token. */
  openDownload(bytes: Buffer | undefined): string
  expireSessions(): void
  close(): Promise<void>
}

const KEPT_UP_TO = 32 * 1024 * 1024
const UNIT = 320 * 1024
const SESSION_MS = 15 * 60_000

/** The second host of SharePoint: uploads in ranges, and downloads. A token that comes here is a fault. */
export async function aFilesHost(wrong: (what: string) => void): Promise<FilesHost> {
  const sessions = new Map<string, Session>()
  const downloads = new Map<string, Buffer | undefined>()
  const log: { method: string; status: number }[] = []
  const service = await anHttpsService(serve, { host: '127.0.0.1' })
  let published = service.origin

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await bytesOf(incoming)
    const answer = answerTo(incoming, bytes)
    log.push({ method: incoming.method ?? '', status: answer.status })
    response.writeHead(answer.status, {
      ...(answer.body && { 'content-type': 'application/json' }),
      ...answer.headers,
    })
    response.end(answer.body ? JSON.stringify(answer.body) : answer.bytes)
  }

  function answerTo(incoming: IncomingMessage, bytes: Buffer): GraphAnswer & { readonly bytes?: Buffer } {
    const [, kind = '', id = ''] = (incoming.url ?? '').split('/')
    if (incoming.headers.authorization !== undefined) {
      wrong(`a token went to the host of ${kind}s`)
      return no(401, 'unauthenticated')
    }
    if (kind === 'upload') return range(incoming, id, bytes)
    const found = downloads.get(id)
    return found ? { status: 200, bytes: found } : no(404, 'itemNotFound')
  }

  /** driveitem-createuploadsession: ranges in order, multiples of 320 KiB; 416, 409 and 507 as said there. */
  function range(incoming: IncomingMessage, id: string, bytes: Buffer): GraphAnswer {
    const session = sessions.get(id)
    if (!session || session.until < Date.now()) return no(404, 'itemNotFound')
    if (incoming.method === 'GET') return yes(expectedOf(session))
    if (incoming.method === 'DELETE') {
      sessions.delete(id)
      return { status: 204 }
    }
    const said = incoming.headers['content-range'] ?? ''
    const [, first = '', last = '', all = ''] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(said) ?? []
    const [from, to, total] = [Number(first), Number(last) + 1, Number(all)]
    const isLast = to === total
    if (first === '' || to - from !== bytes.length || (!isLast && bytes.length % UNIT !== 0)) {
      wrong(`a range of ${bytes.length} bytes, said to be ${said}`)
      return no(400, 'invalidRequest')
    }
    if (Number(incoming.headers['content-length']) !== bytes.length) {
      wrong('a range that does not say its length')
      return no(411, 'lengthRequired')
    }
    if (from !== session.size) return no(416, 'invalidRange')
    const against = session.obstacle(total, isLast)
    if (against) return against
    session.size = to
    session.until = Date.now() + SESSION_MS
    session.hash.update(bytes)
    if (total <= KEPT_UP_TO) session.parts.push(bytes)
    if (!isLast) return yes(expectedOf(session), 202)
    sessions.delete(id)
    const whole = total <= KEPT_UP_TO ? Buffer.concat(session.parts) : undefined
    return yes(session.finish(whole, total, session.hash.digest()), 201)
  }

  return {
    origin: service.origin,
    log,
    sessions,
    publishAt: (origin) => void (published = origin),
    openUpload: (upload) => {
      const id = randomBytes(24).toString('base64url')
      const session = {
        ...upload,
        hash: new QuickXorHash(),
        parts: [],
        until: Date.now() + SESSION_MS,
        size: 0,
      }
      sessions.set(id, session)
      return { uploadUrl: `${published}/upload/${id}`, ...expectedOf(session) }
    },
    openDownload: (bytes) => {
      const id = randomBytes(24).toString('base64url')
      downloads.set(id, bytes)
      return `${published}/download/${id}`
    },
    expireSessions: () => sessions.clear(),
    close: service.close,
  }
}

function expectedOf({ until, size }: { readonly until: number; readonly size: number }): object {
  return { expirationDateTime: new Date(until).toISOString(), nextExpectedRanges: [`${size}-`] }
}
