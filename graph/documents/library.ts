import * as z from 'zod/mini'

import { answered, faulted } from '../client/fault.ts'
import type { Answered } from '../client/fault.ts'
import type { Graph } from '../client/graph.ts'
import { at } from '../client/path.ts'

/** What an operator has to put right; nobody else can. */
export type LibraryTrouble =
  /** The site's grant lets the product write, not make libraries: it needs `manage`. */
  | { readonly what: 'library-not-made'; readonly needs: 'manage' }
  /** The product may not even read its site: the grant is missing, or of another site. */
  | { readonly what: 'site-not-readable'; readonly needs: 'write' | 'manage' }

export type Libraries = {
  /** The drive of a round's library; undefined when nobody made it. */
  find(folder: string): Promise<Answered<string | undefined>>
  /** As `find`, but makes it at its first use. */
  open(folder: string): Promise<Answered<string>>
  /** It was not where it had been: it is looked for anew. */
  forget(folder: string): void
}

const DRIVE = z.object({ id: z.string(), name: z.nullish(z.string()) })
const LIST = z.object({ id: z.string() })

/**
 * The libraries of the one site that the product was granted, each named by its round's code. A drive is only ever
 * taken from that site's own list, so that no id from outside leads to another one.
 */
export function librariesOf(graph: Graph, siteId: string, say: (trouble: LibraryTrouble) => void): Libraries {
  const known = new Map<string, string>()
  const beingMade = new Map<string, Promise<Answered<string>>>()

  async function look(folder: string): Promise<Answered<string | undefined>> {
    const drives = await graph.all(
      { method: 'GET', path: at`/sites/${siteId}/drives`, query: { $select: 'id,name' } },
      DRIVE,
    )
    if (!drives.ok) {
      if (drives.fault.reason === 'not-allowed') say({ what: 'site-not-readable', needs: 'manage' })
      return drives
    }
    known.clear()
    for (const { id, name } of drives.value) if (name) known.set(name, id)
    return answered(known.get(folder))
  }

  async function make(folder: string): Promise<Answered<string>> {
    const made = await graph.ask(
      {
        method: 'POST',
        path: at`/sites/${siteId}/lists`,
        body: { displayName: folder, list: { template: 'documentLibrary' } },
        // SharePoint takes a name once: said twice, the second finds the first.
        isSafe: true,
      },
      LIST,
    )
    if (!made.ok && made.fault.reason === 'not-allowed') say({ what: 'library-not-made', needs: 'manage' })
    if (!made.ok && made.fault.reason !== 'exists') return made
    const found = await look(folder)
    if (!found.ok) return found
    return found.value === undefined
      ? faulted('not-reachable', { code: 'no-drive-yet' })
      : answered(found.value)
  }

  async function find(folder: string): Promise<Answered<string | undefined>> {
    const drive = known.get(folder)
    return drive === undefined ? look(folder) : answered(drive)
  }

  return {
    find,
    open: async (folder) => {
      const found = await find(folder)
      if (!found.ok || found.value !== undefined) return found as Answered<string>
      const already = beingMade.get(folder)
      if (already) return already
      const making = make(folder).finally(() => beingMade.delete(folder))
      beingMade.set(folder, making)
      return making
    },
    forget: (folder) => void known.delete(folder),
  }
}
