import type { Moment } from '../calendar/moment.ts'
import type { Result } from '../result.ts'

declare const brand: unique symbol

/** What the place of documents calls one kept version; it can stand in a link, for it holds no name of a person. */
export type DocumentId = string & { readonly [brand]: 'document' }

/** `name` is the name under which it was kept: with "v2" when the first version was there already. */
export type KeptDocument = { readonly id: DocumentId; readonly name: string; readonly at: Moment }

/**
 * Why nothing was kept, or handed out. `name-not-allowed`: see names.ts. `not-reachable` passes by itself; `no-room`
 * and `papers-not-allowed` last until somebody puts them right, `papers-locked` until somebody closes the file.
 */
export type NotKept = 'name-not-allowed' | 'no-room' | NotGiven
export type NotGiven = 'not-reachable' | 'papers-not-allowed' | 'papers-locked'

/**
 * The partnership's place for papers: a SharePoint library, or a folder in local mode. A folder is a round's.
 * What was kept is never changed: the same name again makes the next version.
 */
export type Documents = {
  /** Whole or not at all. Rejects with a RangeError when there are no bytes. */
  keep(folder: string, name: string, bytes: Uint8Array): Promise<Result<KeptDocument, NotKept>>
  /** By name, versions in their order; a folder that nobody made is empty. */
  list(folder: string): Promise<Result<readonly KeptDocument[], 'name-not-allowed' | NotGiven>>
  read(
    id: DocumentId,
  ): Promise<Result<{ readonly document: KeptDocument; readonly bytes: Uint8Array }, 'not-there' | NotGiven>>
}
