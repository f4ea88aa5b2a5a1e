import { randomBytes, randomUUID } from 'node:crypto'

import { quickXorHashOf } from '#graph/documents/quick-xor-hash.ts'

import { aFilesHost } from './files-host.ts'
import type { FilesHost } from './files-host.ts'
import { no, yes } from './stand-in.ts'
import type { Area, GraphAnswer, GraphRequest } from './stand-in.ts'

/** Rules that the contract does not hold, each from the page named beside it (learn.microsoft.com/graph/api). */

type Kept = {
  readonly id: string
  readonly name: string
  /** Undefined for what was too large to be kept here. */
  readonly bytes: Buffer | undefined
  readonly size: number
  readonly hash: string
  readonly at: string
  readonly change: number
}

type Library = { readonly id: string; readonly name: string; readonly items: Map<string, Kept> }

export type SharePoint = {
  readonly area: Area
  readonly siteId: string
  readonly libraries: ReadonlyMap<string, Library>
  readonly files: FilesHost
  /** How much more the site may hold, in bytes. */
  leaveRoom(bytes: number): void
  /** What the administrator granted on the site. */
  grant(role: 'none' | 'read' | 'write' | 'manage'): void
  /** Somebody has a file of this name open. */
  lock(name: string): void
  /** Somebody deletes a library. */
  remove(library: string): void
  /** Office files get properties of the library written into them, so that size and hash change. */
  rewriteOffice(): void
  /** The next bytes are kept with a bit that fell over. */
  damageNext(): void
  textOf(library: string, name: string): string | undefined
  close(): Promise<void>
}

/** SharePoint behind Graph: one site, its libraries and files, and a second host for bytes. */
export async function aSharePoint(options: {
  readonly siteId?: string
  readonly wrong: (what: string) => void
  readonly pageSize?: number
}): Promise<SharePoint> {
  const { wrong, pageSize = 200 } = options
  const siteId = options.siteId ?? `evaluations.sharepoint.test,${randomUUID()},${randomUUID()}`
  const libraries = new Map<string, Library>()
  const locked = new Set<string>()
  let room = Infinity
  let role: 'none' | 'read' | 'write' | 'manage' = 'manage'
  let doesRewrite = false
  let isDamaging = false

  const files = await aFilesHost(wrong)

  /** permissions-selected-overview: another site, and more than was granted, are 403 accessDenied. */
  function may(what: 'read' | 'write' | 'manage'): boolean {
    const ranks = ['none', 'read', 'write', 'manage']
    return ranks.indexOf(role) >= ranks.indexOf(what)
  }

  function inSite(act: (request: GraphRequest) => GraphAnswer, what: 'read' | 'write' | 'manage') {
    return (request: GraphRequest): GraphAnswer =>
      request.params['site-id'] === siteId && may(what) ? act(request) : no(403, 'accessDenied')
  }

  function inLibrary(
    act: (library: Library, request: GraphRequest) => GraphAnswer,
    what: 'read' | 'write' | 'manage',
  ) {
    return (request: GraphRequest): GraphAnswer => {
      const library = [...libraries.values()].find(({ id }) => id === request.params['drive-id'])
      if (!library) return no(404, 'itemNotFound')
      return may(what) ? act(library, request) : no(403, 'accessDenied')
    }
  }

  function makeLibrary(name: string): Library {
    const library = { id: `b!${randomBytes(24).toString('base64url')}`, name, items: new Map<string, Kept>() }
    libraries.set(name, library)
    return library
  }

  const named = (library: Library, name: string): Kept | undefined =>
    [...library.items.values()].find((item) => item.name.toLowerCase() === name.toLowerCase())

  function store(
    library: Library,
    name: string,
    bytes: Buffer | undefined,
    size: number,
    hash: string,
  ): Kept {
    const isOffice = /\.(?:docx|xlsx|pptx)$/.test(name)
    const rewritten = doesRewrite && isOffice && bytes ? Buffer.concat([bytes, Buffer.from('props')]) : bytes
    const kept = isDamaging && rewritten ? damaged(rewritten) : rewritten
    isDamaging = false
    const item: Kept = {
      id: `01${randomBytes(16).toString('hex').toUpperCase()}`,
      name,
      bytes: kept,
      size: kept?.length ?? size,
      hash: kept ? quickXorHashOf(kept) : hash,
      at: new Date().toISOString(),
      change: 1,
    }
    library.items.set(item.id, item)
    room -= item.size
    return item
  }

  /** What a write to a name meets: 423 resourceLocked, 409 nameAlreadyExists, 507 insufficientStorage. */
  function obstacle(library: Library, name: string, size: number): GraphAnswer | undefined {
    if (!isAllowed(name)) return no(400, 'invalidRequest')
    if (locked.has(name)) return no(423, 'resourceLocked')
    if (named(library, name)) return no(409, 'nameAlreadyExists')
    return size > room ? no(507, 'insufficientStorage') : undefined
  }

  const area: Area = {
    operations: {
      'sites.ListDrives': inSite(
        () =>
          yes({
            value: [...libraries.values()].map(({ id, name }) => ({
              id,
              name,
              driveType: 'documentLibrary',
            })),
          }),
        'read',
      ),
      'sites.CreateLists': inSite(({ body }) => {
        const { displayName } = body as { displayName: string }
        if (libraries.has(displayName)) return no(409, 'nameAlreadyExists')
        makeLibrary(displayName)
        return yes({ id: randomUUID(), displayName, list: { template: 'documentLibrary' } }, 201)
      }, 'manage'),
      'drives.items.ListChildren': inLibrary((library, { query, origin, params }) => {
        if (params['driveItem-id'] !== 'root') return no(404, 'itemNotFound')
        const from = Number(query.get('$skiptoken') ?? 0)
        const rows = [...library.items.values()].slice(from, from + pageSize).map(published)
        const next = new URLSearchParams(query)
        next.set('$skiptoken', String(from + pageSize))
        const isMore = library.items.size > from + pageSize
        const path = `/v1.0/drives/${encodeURIComponent(library.id)}/items/root/children`
        return yes({ value: rows, ...(isMore && { '@odata.nextLink': `${origin}${path}?${next}` }) })
      }, 'read'),
      'drives.UpdateItemsContent.byPath': inLibrary((library, { params, query, bytes }) => {
        // driveitem-put-content: without "fail" in the query it replaces. The product never asks for that.
        if (query.get('@microsoft.graph.conflictBehavior') !== 'fail') wrong('PUT that would replace a file')
        const name = params['item-path'] ?? ''
        const against = obstacle(library, name, bytes.length)
        return against ?? yes(published(store(library, name, bytes, bytes.length, '')), 201)
      }, 'write'),
      'drives.drive.items.driveItem.createUploadSession.byPath': inLibrary((library, { params, body }) => {
        const name = params['item-path'] ?? ''
        const { item } = body as { item?: { name?: string; '@microsoft.graph.conflictBehavior'?: string } }
        // driveitem-createuploadsession: as with PUT, without "fail" it would replace.
        if (item?.['@microsoft.graph.conflictBehavior'] !== 'fail')
          wrong('an upload session that would replace a file')
        if (item?.name !== name) return no(400, 'invalidRequest')
        return yes(
          files.openUpload({
            obstacle: (total, isLast) => {
              const against = obstacle(library, name, total)
              const isNameTaken = against?.status === 409
              return isNameTaken && !isLast ? undefined : against
            },
            finish: (whole, size, hash) => published(store(library, name, whole, size, hash)),
          }),
        )
      }, 'write'),
      'drives.GetItems.byPath': inLibrary((library, { params }) => {
        const item = named(library, params['item-path'] ?? '')
        return item ? yes(published(item)) : no(404, 'itemNotFound')
      }, 'read'),
      'drives.GetItems': inLibrary((library, { params }) => {
        const item = library.items.get(params['driveItem-id'] ?? '')
        return item ? yes(published(item)) : no(404, 'itemNotFound')
      }, 'read'),
      'drives.GetItemsContent': inLibrary((library, { params }) => {
        const item = library.items.get(params['driveItem-id'] ?? '')
        if (!item) return no(404, 'itemNotFound')
        // driveitem-get-content: 302 to a pre-authenticated address of another host.
        return { status: 302, headers: { location: files.openDownload(item.bytes) } }
      }, 'read'),
      'drives.DeleteItems': inLibrary((library, { params, headers }) => {
        const item = library.items.get(params['driveItem-id'] ?? '')
        if (!item) return no(404, 'itemNotFound')
        // driveitem-delete: If-Match that does not match is 412.
        const wanted = headers['if-match']
        if (wanted !== undefined && wanted !== eTagOf(item)) return no(412, 'preconditionFailed')
        library.items.delete(item.id)
        return { status: 204 }
      }, 'write'),
    },
  }

  return {
    area,
    siteId,
    libraries,
    files,
    leaveRoom: (bytes) => void (room = bytes),
    grant: (to) => void (role = to),
    lock: (name) => void locked.add(name),
    remove: (library) => void libraries.delete(library),
    rewriteOffice: () => void (doesRewrite = true),
    damageNext: () => void (isDamaging = true),
    textOf: (library, name) => {
      const found = libraries.get(library)
      return found && named(found, name)?.bytes?.toString()
    },
    close: files.close,
  }
}

/** learn.microsoft.com: "Invalid file names and file types in OneDrive and SharePoint". */
function isAllowed(name: string): boolean {
  return !/["*:<>?/\\|]|^\s|\s$|^~\$|_vti_/.test(name) && name.length <= 255
}

const eTagOf = ({ id, change }: Kept): string => `"{${id}},${change}"`

function published(item: Kept): object {
  return {
    id: item.id,
    name: item.name,
    size: item.size,
    eTag: eTagOf(item),
    cTag: `"c:{${item.id}},${item.change}"`,
    createdDateTime: item.at,
    lastModifiedDateTime: item.at,
    file: { mimeType: 'application/octet-stream', hashes: { quickXorHash: item.hash } },
  }
}

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy[0] = (copy[0] ?? 0) ^ 1
  return copy
}
