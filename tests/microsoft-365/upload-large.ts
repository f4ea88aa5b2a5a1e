import { openGraph } from '#graph/client/graph.ts'
import { upload } from '#graph/documents/upload.ts'

import { USER_AGENT } from './a-tenant.ts'

/** A process of its own that keeps one large paper, and says how much memory that took: see large-paper.test.ts. */

const [, , baseUrl = '', drive = '', token = '', size = ''] = process.argv
const graph = openGraph({ baseUrl, token: async () => ({ ok: true, value: token }), userAgent: USER_AGENT })

const pattern = Uint8Array.from({ length: 8 * 1024 * 1024 }, (_, index) => (index * 31) % 251)

/** Bytes that are there when they are read, as a file's are; ranges go one after another, so one buffer is enough. */
const source = (bytes: number) => ({
  size: bytes,
  read: async (from: number, to: number) => {
    const part = pattern.subarray(0, to - from)
    part[0] = (from / 1024) % 256
    return part
  },
})

/** What the first one needs is the program's, not the file's. */
await upload(graph, { drive, name: 'first.pdf' }, source(12 * 1024 * 1024))
const before = process.memoryUsage().rss
let most = before
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss)
}, 10)
const kept = await upload(graph, { drive, name: 'large.pdf' }, source(Number(size)))
clearInterval(watch)
process.stdout.write(JSON.stringify({ kept: kept.ok, grown: most - before }))
