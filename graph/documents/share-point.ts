import type { Documents, KeptDocument, NotGiven, NotKept } from '#core/documents/documents.ts'
import { byNameAndVersion, isFileName, isFolderName, nextVersionOf } from '#core/documents/names.ts'
import { ok, refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'

import { answered, faulted } from '../client/fault.ts'
import type { Answered, GraphFault } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'
import { ITEM, ITEM_FIELDS, ITEM_ID, documentOf } from './item.ts'
import type { Item } from './item.ts'
import { librariesOf } from './library.ts'
import type { LibraryTrouble } from './library.ts'
import { quickXorHashOf } from './quick-xor-hash.ts'
import type { Source } from './upload-session.ts'
import { upload } from './upload.ts'
import type { UploadSettings } from './upload.ts'

/** Nothing larger is handed out through memory. */
const MOST_BYTES = 250 * 1024 * 1024
const READ_DEADLINE_MS = 120_000

/**
 * The partnership's place for papers in SharePoint: one site, a library for each round, made at its first use. As
 * the product (Sites.Selected), after our own access rules; nothing is shared with anybody there.
 */
export function sharePointDocuments(
  graph: Graph,
  settings: UploadSettings & {
    readonly siteId: string
    /** For the operator's log: no name stands in it. */
    readonly say?: (trouble: LibraryTrouble) => void
  },
): Documents {
  const libraries = librariesOf(graph, settings.siteId, settings.say ?? (() => {}))

  async function itemsIn(folder: string, drive: string): Promise<Answered<readonly Item[]>> {
    const items = await graph.all(
      {
        method: 'GET',
        path: at`/drives/${drive}/items/${'root'}/children`,
        query: ITEM_FIELDS,
      },
      ITEM,
    )
    if (!items.ok && items.fault.reason === 'not-there') libraries.forget(folder)
    return items
  }

  /** The name, or its first version that is free; others may take it meanwhile, so the next ones are tried too. */
  async function keepFrom(
    folder: string,
    wanted: string,
    source: Source,
  ): Promise<Result<KeptDocument, NotKept>> {
    let drive = await libraries.open(folder)
    let items = drive.ok ? await itemsIn(folder, drive.value) : drive
    if (!items.ok && items.fault.reason === 'not-there') {
      // Somebody deleted the library since; a new one is made.
      drive = await libraries.open(folder)
      items = drive.ok ? await itemsIn(folder, drive.value) : drive
    }
    if (!drive.ok) return refused(reasonOf(drive.fault))
    if (!items.ok) return refused(reasonOf(items.fault))
    const taken = new Set(items.value.map(({ name }) => name.toLowerCase()))
    for (let name = wanted; isFileName(name); name = nextVersionOf(name)) {
      if (taken.has(name.toLowerCase())) continue
      const kept = await upload(graph, { drive: drive.value, name }, source, settings)
      if (kept.ok) {
        const document = documentOf(folder, kept.value)
        return document ? ok(document) : refused('not-reachable')
      }
      if (kept.fault.reason !== 'exists') return refused(reasonOf(kept.fault))
    }
    return refused('name-not-allowed')
  }

  return {
    keep: async (folder, name, bytes) => {
      if (!isFolderName(folder) || !isFileName(name)) return refused('name-not-allowed')
      if (bytes.length === 0) throw new RangeError('A document without bytes')
      return keepFrom(folder, name, {
        size: bytes.length,
        read: async (from, to) => bytes.subarray(from, to),
      })
    },
    list: async (folder) => {
      if (!isFolderName(folder)) return refused('name-not-allowed')
      const drive = await libraries.find(folder)
      if (!drive.ok) return refused(notGiven(drive.fault))
      if (drive.value === undefined) return ok([])
      const items = await itemsIn(folder, drive.value)
      if (!items.ok) return items.fault.reason === 'not-there' ? ok([]) : refused(notGiven(items.fault))
      const found = items.value.map((item) => documentOf(folder, item)).filter((each) => each !== undefined)
      return ok(found.toSorted((a, b) => byNameAndVersion(a.name, b.name)))
    },
    read: async (id) => {
      const [folder = '', itemId = '', ...more] = id.split('/')
      if (!isFolderName(folder) || !ITEM_ID.test(itemId) || more.length > 0) return refused('not-there')
      const drive = await libraries.find(folder)
      if (!drive.ok) return refused(notGiven(drive.fault))
      if (drive.value === undefined) return refused('not-there')
      const item = await graph.ask(
        { method: 'GET', path: at`/drives/${drive.value}/items/${itemId}`, query: ITEM_FIELDS },
        ITEM,
      )
      if (!item.ok) return refused(notRead(item.fault))
      const document = documentOf(folder, item.value)
      if (!document) return refused('not-there')
      const bytes = await bytesOf(graph, drive.value, item.value)
      if (!bytes.ok) return refused(notRead(bytes.fault))
      return ok({ document, bytes: bytes.value })
    },
  }
}

/** Twice at the most: an address of bytes is good for minutes, and a connection can break in the middle. */
async function bytesOf(graph: Graph, drive: string, item: Item): Promise<Answered<Uint8Array>> {
  if ((item.size ?? 0) > MOST_BYTES) return faulted('refused', { code: 'too-large' })
  for (let tries = 1; ; tries += 1) {
    const where = await graph.whereabouts(at`/drives/${drive}/items/${item.id}/content`)
    if (!where.ok) return where
    const bytes = await fetchBytes(where.value)
    const hash = item.file?.hashes?.quickXorHash
    const isWhole = bytes?.length === item.size && (!hash || (bytes && hash === quickXorHashOf(bytes)))
    if (bytes && isWhole) return answered(bytes)
    if (tries > 1) return faulted('not-reachable', { code: 'damaged-on-the-way' })
  }
}

/** Without a token: the address itself is the right, and it is of another host. */
async function fetchBytes(address: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(READ_DEADLINE_MS),
    })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
  } catch {
    return undefined
  }
}

function reasonOf(fault: GraphFault): NotKept {
  return fault.reason === 'no-room' ? 'no-room' : notGiven(fault)
}

function notRead(fault: GraphFault): 'not-there' | NotGiven {
  return fault.reason === 'not-there' ? 'not-there' : notGiven(fault)
}

/** What an administrator has to put right is not said to pass by itself. */
function notGiven({ reason, code }: GraphFault): NotGiven {
  switch (reason) {
    case 'not-allowed':
    case 'consent-missing':
    case 'signed-out':
      return 'papers-not-allowed'
    case 'locked':
      return 'papers-locked'
    case 'refused':
      // Entra does not take the product's own proof.
      return code?.startsWith('AADSTS') === true ? 'papers-not-allowed' : 'not-reachable'
    case 'throttled':
    case 'not-there':
    case 'changed':
    case 'exists':
    case 'no-room':
    case 'not-reachable':
    case 'in-doubt':
      return 'not-reachable'
  }
}
