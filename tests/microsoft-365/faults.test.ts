import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Documents } from '#core/documents/documents.ts'
import { sharePointDocuments } from '#graph/documents/share-point.ts'
import { documentsProblems } from '#server/problems/documents.ts'
import type { Rule } from '#tests/faults/proxy.ts'

import { aTenant } from './a-tenant.ts'
import type { Tenant } from './a-tenant.ts'
import { contractIsHere } from './graph/contract.ts'

const folder = 'N-2018-2'
const small = new TextEncoder().encode('%PDF-1.7 first')
const large = Uint8Array.from({ length: 12 * 1024 * 1024 }, (_, index) => (index * 31) % 251)

const AWAY =
  'We could not reach the place where papers are kept. Nothing was kept or handed out. Try again in a minute.'
const FULL = 'There is no room where papers are kept. Nothing was kept or handed out. Ring the partnership.'
/** What lasts until somebody puts it right is not said to pass by itself. */
const FORBIDDEN =
  'The place for papers is closed to Case Evaluations. Nothing was kept or handed out, and trying again does not help. Ring the partnership: an administrator of the organisation has to allow it.'
const LOCKED =
  'This paper is locked where papers are kept. Nothing was kept or handed out. Close it wherever it is open, then try again. If it stays so, ring the partnership.'
const KEPT = 'kept'

type Row = {
  readonly fault: string
  /** What goes wrong on the way to Graph, or to the host of uploads and downloads. */
  readonly graph?: readonly Rule[]
  readonly files?: readonly Rule[]
  readonly before?: (tenant: Tenant) => void
  /** What is kept; a small paper unless told. */
  readonly what?: Uint8Array
  /** The names in the library afterwards. */
  readonly state: readonly string[]
  /** What the person reads, or `kept`. */
  readonly says: string
}

const put = ({ method }: { readonly method: string }) => method === 'PUT'
const one = ['N-08 chronology.pdf']
const answer = (status: number, more: { retryAfter?: number; code?: string } = {}) =>
  ({ kind: 'answer', status, ...more }) as const

/** What goes wrong between us and Microsoft, what is in the library afterwards, and what the person reads. */
const TABLE: readonly Row[] = [
  {
    fault: '401 in the middle: the token is not taken any more',
    graph: [{ match: put, fault: answer(401) }],
    state: one,
    says: KEPT,
  },
  {
    fault: '401 that stays',
    graph: [{ match: put, times: 9, fault: answer(401) }],
    state: [],
    says: FORBIDDEN,
  },
  {
    fault: '403: the site’s grant was withdrawn',
    before: ({ sharePoint }) => sharePoint.grant('none'),
    state: [],
    says: FORBIDDEN,
  },
  {
    fault: '403: the site’s grant lets the product write, not make a library',
    before: ({ sharePoint }) => sharePoint.grant('write'),
    state: [],
    says: FORBIDDEN,
  },
  {
    fault: 'consent withdrawn: the token holds the permission no more',
    before: ({ entra, clientId }) => entra.consent(clientId, { roles: [] }),
    state: [],
    says: FORBIDDEN,
  },
  {
    fault: 'the certificate is not taken any more',
    before: ({ entra, clientId }) => entra.consent(clientId, { certificates: [] }),
    state: [],
    says: FORBIDDEN,
  },
  {
    fault: '404: the library was deleted meanwhile',
    graph: [{ match: put, fault: answer(404, { code: 'itemNotFound' }) }],
    state: [],
    says: AWAY,
  },
  {
    fault: '409: somebody took the name meanwhile',
    graph: [{ match: put, fault: { kind: 'twice' } }],
    state: one,
    says: KEPT,
  },
  {
    fault: '412: what arrived damaged was changed by somebody before it was taken away',
    before: ({ sharePoint }) => sharePoint.damageNext(),
    graph: [
      { match: ({ method }) => method === 'DELETE', fault: answer(412, { code: 'preconditionFailed' }) },
    ],
    state: [...one, 'N-08 chronology v2.pdf'],
    says: KEPT,
  },
  {
    fault: '423: somebody has it open',
    before: ({ sharePoint }) => sharePoint.lock('N-08 chronology.pdf'),
    state: [],
    says: LOCKED,
  },
  {
    fault: '429 for seconds',
    graph: [{ match: put, fault: answer(429, { retryAfter: 2 }) }],
    state: one,
    says: KEPT,
  },
  {
    fault: '429 for minutes',
    graph: [{ match: put, times: 9, fault: answer(429, { retryAfter: 300 }) }],
    state: [],
    says: AWAY,
  },
  {
    fault: '500 once',
    graph: [{ match: put, fault: answer(500) }],
    state: one,
    says: KEPT,
  },
  {
    fault: '500 that stays',
    graph: [{ match: put, times: 9, fault: answer(500) }],
    state: [],
    says: AWAY,
  },
  {
    fault: '503 with Retry-After',
    graph: [{ match: put, fault: answer(503, { retryAfter: 1 }) }],
    state: one,
    says: KEPT,
  },
  {
    fault: '507: the site is full',
    before: ({ sharePoint }) => sharePoint.leaveRoom(3),
    state: [],
    says: FULL,
  },
  {
    fault: '507 in the middle of an upload',
    files: [{ match: put, nth: 2, fault: answer(507) }],
    what: large,
    state: [],
    says: FULL,
  },
  {
    fault: 'cut before the effect',
    graph: [{ match: put, fault: { kind: 'cut-before' } }],
    state: one,
    says: KEPT,
  },
  {
    fault: 'cut after the effect',
    graph: [{ match: put, fault: { kind: 'cut-after' } }],
    state: one,
    says: KEPT,
  },
  {
    fault: 'every try cut after the effect',
    graph: [{ match: put, times: 9, fault: { kind: 'cut-after' } }],
    state: one,
    says: KEPT,
  },
  {
    fault: 'an answer that breaks off, after the effect',
    graph: [{ match: put, fault: { kind: 'wrong-json' } }],
    state: one,
    says: KEPT,
  },
  {
    fault: 'the library is made, and the answer is lost',
    graph: [{ match: ({ path }) => path.endsWith('/lists'), fault: { kind: 'cut-after' } }],
    state: one,
    says: KEPT,
  },
  {
    fault: 'the upload session expired in the middle',
    files: [{ match: put, nth: 2, fault: answer(404, { code: 'itemNotFound' }) }],
    what: large,
    state: one,
    says: KEPT,
  },
  {
    fault: 'the upload session expired before the last range',
    files: [{ match: put, nth: 3, fault: answer(404, { code: 'itemNotFound' }) }],
    what: large,
    state: one,
    says: KEPT,
  },
  {
    fault: 'the upload session expired again',
    files: [
      { match: put, nth: 2, fault: answer(404, { code: 'itemNotFound' }) },
      { match: put, nth: 4, fault: answer(404, { code: 'itemNotFound' }) },
    ],
    what: large,
    state: [],
    says: AWAY,
  },
  {
    fault: 'a range cut after its effect, then 503',
    files: [
      { match: put, nth: 1, fault: { kind: 'cut-after' } },
      { match: put, nth: 2, fault: answer(503, { retryAfter: 1 }) },
    ],
    what: large,
    state: one,
    says: KEPT,
  },
  {
    fault: 'Entra is away, and no token can be had',
    before: ({ entra }) => entra.fail({ kind: 'status', status: 503 }, 9),
    state: [],
    says: AWAY,
  },
]

describe.skipIf(!contractIsHere)('a paper is kept while something goes wrong', () => {
  let tenant: Tenant
  let documents: Documents
  beforeEach(async () => {
    tenant = await aTenant()
    documents = sharePointDocuments(tenant.open(), {
      siteId: tenant.sharePoint.siteId,
      pause: () => Promise.resolve(),
    })
  })
  afterEach(() => tenant.close())

  it.each(TABLE)('$fault', async ({ graph = [], files = [], before, what = small, state, says }) => {
    before?.(tenant)
    tenant.wayToGraph.script(...graph)
    tenant.wayToFiles.script(...files)
    const kept = await documents.keep(folder, 'N-08 chronology.pdf', what)
    expect(kept.ok ? KEPT : sentence(kept.reason)).toBe(says)
    const items = tenant.sharePoint.libraries.get(folder)?.items
    const names = [...(items?.values() ?? [])].map(({ name }) => name)
    expect(names).toEqual(state)
    const read = kept.ok ? await documents.read(kept.value.id) : undefined
    expect(read?.ok && Buffer.compare(read.value.bytes, what) === 0).toBe(kept.ok || undefined)
    const scripted = [...graph, ...files].length
    const befallen = [...tenant.wayToGraph.calls, ...tenant.wayToFiles.calls].filter(
      ({ fault }) => fault !== null,
    )
    expect(befallen.length).toBeGreaterThanOrEqual(scripted)
  })
})

describe.skipIf(!contractIsHere)('a paper is handed out while something goes wrong', () => {
  const rows: readonly (Pick<Row, 'fault' | 'graph' | 'files'> & { readonly reason?: string })[] = [
    { fault: '500 once', graph: [{ fault: answer(500) }] },
    { fault: 'cut in the middle of the bytes', files: [{ fault: { kind: 'hang-in-body' } }] },
    { fault: 'the address of the bytes was too old', files: [{ fault: answer(404) }] },
    { fault: 'other bytes came', files: [{ fault: { kind: 'wrong-json' } }] },
    { fault: 'no bytes come at all', files: [{ times: 9, fault: answer(503) }], reason: 'not-reachable' },
    {
      fault: '403: the grant was withdrawn',
      graph: [{ times: 9, fault: answer(403) }],
      reason: 'papers-not-allowed',
    },
    { fault: '401 that stays', graph: [{ times: 9, fault: answer(401) }], reason: 'papers-not-allowed' },
    { fault: '423: it is locked', graph: [{ times: 9, fault: answer(423) }], reason: 'papers-locked' },
    { fault: '404: somebody deleted it', graph: [{ times: 9, fault: answer(404) }], reason: 'not-there' },
  ]

  it.each(rows)('$fault', async ({ graph = [], files = [], reason }) => {
    const tenant = await aTenant()
    const documents = sharePointDocuments(tenant.open(), { siteId: tenant.sharePoint.siteId })
    const kept = await documents.keep(folder, 'N-08 chronology.pdf', small)
    if (!kept.ok) throw new Error(kept.reason)
    tenant.wayToGraph.script(...graph)
    tenant.wayToFiles.script(...files)
    const reading = documents.read(kept.value.id)
    if (files.some(({ fault }) => fault.kind === 'hang-in-body'))
      setTimeout(() => tenant.wayToFiles.heal(), 100)
    const read = await reading
    const isWhole = read.ok && Buffer.compare(read.value.bytes, small) === 0
    expect(read.ok ? { isWhole } : read.reason).toEqual(reason ?? { isWhole: true })
    await tenant.close()
  })
})

function sentence(reason: keyof typeof documentsProblems): string {
  const { title, detail } = documentsProblems[reason]
  return `${title}. ${detail}`
}
