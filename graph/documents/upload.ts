import { faulted } from '../client/fault.ts'
import type { Answered, GraphFault } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'
import { ITEM, ITEM_FIELDS, holds, isSame } from './item.ts'
import type { Item } from './item.ts'
import { QuickXorHash } from './quick-xor-hash.ts'
import { ENDED, EXPIRED, inRanges } from './upload-session.ts'
import type { SessionSettings, Source } from './upload-session.ts'

export type UploadSettings = SessionSettings & {
  /** Up to this many bytes go in one call. */
  readonly atOnce?: number
}

const AT_ONCE = 4 * 1024 * 1024

/**
 * Keeps bytes under a name that must be free (`exists` when it isn't). Said twice with the same bytes, it is one:
 * what is there already is compared. What arrived damaged is taken away and sent once more.
 */
export async function upload(
  graph: Graph,
  where: { readonly drive: string; readonly name: string },
  source: Source,
  settings: UploadSettings = {},
): Promise<Answered<Item>> {
  const { atOnce = AT_ONCE } = settings
  for (let tries = 1; ; tries += 1) {
    const hash = new QuickXorHash()
    const sent =
      source.size <= atOnce
        ? await inOneCall(graph, where, source, hash)
        : await inRanges(graph, where, source, hash, settings)
    const found = sent.ok || !isDoubtful(sent.fault) ? sent : await lookedBack(graph, where, sent.fault, hash)
    if (!found.ok) {
      if (found.fault.code === EXPIRED && tries === 1) continue
      return found
    }
    if (holds(found.value, { size: source.size, hash: hash.digest() })) return found
    await takeAway(graph, where.drive, found.value)
    if (tries > 1) return faulted('not-reachable', { code: 'damaged-on-the-way' })
  }
}

async function inOneCall(
  graph: Graph,
  { drive, name }: { readonly drive: string; readonly name: string },
  source: Source,
  hash: QuickXorHash,
): Promise<Answered<Item>> {
  const bytes = await source.read(0, source.size)
  hash.update(bytes)
  return graph.put(
    {
      path: at`/drives/${drive}/root:/${name}:/content`,
      // For PUT it is taken from the query alone; without it a file of that name would be replaced.
      query: { '@microsoft.graph.conflictBehavior': 'fail' },
      bytes,
      isSafe: true,
    },
    ITEM,
  )
}

/** It may be there after all: our own first try, or one whose answer was lost. */
const isDoubtful = ({ reason }: GraphFault): boolean =>
  reason === 'exists' || reason === 'in-doubt' || reason === 'not-reachable'

/** What stands under the name: ours, somebody else's (`exists`), or nothing, and then the fault stands. */
async function lookedBack(
  graph: Graph,
  { drive, name }: { readonly drive: string; readonly name: string },
  fault: GraphFault,
  hash: QuickXorHash,
): Promise<Answered<Item>> {
  const found = await graph.ask(
    { method: 'GET', path: at`/drives/${drive}/root:/${name}`, query: ITEM_FIELDS },
    ITEM,
  )
  if (found.ok) {
    // An Office file that SharePoint rewrote can't be told from another one: rather kept twice than not at all.
    return isSame(found.value, { size: hash.length, hash: hash.digest() }) ? found : faulted('exists')
  }
  const hasExpired = found.fault.reason === 'not-there' && fault.code === ENDED
  return { ok: false, fault: hasExpired ? { ...fault, code: EXPIRED } : fault }
}

/** Only what we have just made, and only as it was then: whoever changed it meanwhile keeps it. */
async function takeAway(graph: Graph, drive: string, item: Item): Promise<void> {
  await graph.tell({
    method: 'DELETE',
    path: at`/drives/${drive}/items/${item.id}`,
    ...(item.eTag !== undefined && { headers: { 'If-Match': item.eTag } }),
  })
}
