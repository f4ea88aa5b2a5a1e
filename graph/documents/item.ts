import * as z from 'zod/mini'

import { parseMoment } from '#core/calendar/moment.ts'
import type { DocumentId, KeptDocument } from '#core/documents/documents.ts'
import { isFileName } from '#core/documents/names.ts'

/** What is read of an item in a library. */
export const ITEM = z.object({
  id: z.string(),
  name: z.string(),
  size: z.optional(z.number()),
  eTag: z.optional(z.string()),
  createdDateTime: z.string(),
  file: z.nullish(z.object({ hashes: z.nullish(z.object({ quickXorHash: z.nullish(z.string()) })) })),
})

export type Item = z.infer<typeof ITEM>

export const ITEM_FIELDS = { $select: 'id,name,size,eTag,createdDateTime,file' }

/** A document, or undefined for folders and for what other programs keep there. */
export function documentOf(folder: string, item: Item): KeptDocument | undefined {
  const at = parseMoment(item.createdDateTime)
  if (!item.file || !at || !isFileName(item.name) || !ITEM_ID.test(item.id)) return undefined
  return { id: `${folder}/${item.id}` as DocumentId, name: item.name, at }
}

export const ITEM_ID = /^[A-Za-z0-9!_-]{1,200}$/

/**
 * Whether an item holds these bytes. SharePoint may write its own properties into Office files: of those only the
 * fact that they are there can be compared, and our own audit trail keeps what was sent.
 */
export function holds(item: Item, bytes: { readonly size: number; readonly hash: string }): boolean {
  if (REWRITTEN.test(item.name)) return true
  // A hash may be worked out a little later than the file is there.
  return item.file?.hashes?.quickXorHash ? isSame(item, bytes) : item.size === bytes.size
}

/** As `holds`, but for certain: an Office file that SharePoint rewrote is not the same, nor is one without a hash. */
export function isSame(
  item: Item,
  { size, hash }: { readonly size: number; readonly hash: string },
): boolean {
  return item.size === size && item.file?.hashes?.quickXorHash === hash
}

const REWRITTEN = /\.(?:docx|docm|xlsx|xlsm|pptx|pptm)$/
