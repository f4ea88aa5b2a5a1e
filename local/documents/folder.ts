import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

import { parseMoment } from '#core/calendar/moment.ts'
import type { Moment } from '#core/calendar/moment.ts'
import type { DocumentId, Documents, KeptDocument } from '#core/documents/documents.ts'
import { byNameAndVersion, isFileName, isFolderName, nextVersionOf } from '#core/documents/names.ts'
import { ok, refused } from '#core/result.ts'

import { codeOf, isNotThere, orReason, writeReason } from './disk-faults.ts'

/** Behind a name that begins with a dot, which is no document's. */
const UNFINISHED = '.part'

/**
 * Local mode's documents: files under `dir`, readable by this account alone, dated by the story's clock. What a kill
 * left unfinished is removed when the folder is opened, so one process at a time may use it. Throws when `dir`
 * can't be made.
 */
export async function openDocumentsFolder(options: {
  readonly dir: string
  readonly storyNow: () => Moment
}): Promise<Documents> {
  const { dir, storyNow } = options
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await removeUnfinished(dir)

  return {
    keep: (folder, name, bytes) => {
      if (!isFolderName(folder) || !isFileName(name)) return Promise.resolve(refused('name-not-allowed'))
      if (bytes.length === 0) return Promise.reject(new RangeError('A document without bytes'))
      return orReason(writeReason, async () => {
        await mkdir(join(dir, folder), { recursive: true, mode: 0o700 })
        const kept = await claimName(join(dir, folder), name)
        if (kept === undefined) return refused('name-not-allowed')
        const at = storyNow()
        try {
          await writeWhole(join(dir, folder), kept, bytes, at)
        } catch (fault) {
          await rm(join(dir, folder, kept), { force: true })
          throw fault
        }
        return ok({ id: idOf(folder, kept), name: kept, at })
      })
    },

    list: (folder) => {
      if (!isFolderName(folder)) return Promise.resolve(refused('name-not-allowed'))
      return orReason(
        () => 'not-reachable',
        async () => {
          const names = (await namesIn(join(dir, folder))).filter(isFileName).toSorted(byNameAndVersion)
          const found = await Promise.all(names.map((name) => look(dir, folder, name)))
          return ok(found.filter((each) => each !== undefined))
        },
      )
    },

    read: (id) => {
      const [folder = '', name = '', ...more] = id.split('/')
      if (!isFolderName(folder) || !isFileName(name) || more.length > 0)
        return Promise.resolve(refused('not-there'))
      return orReason(
        () => 'not-reachable',
        async () => {
          const document = await look(dir, folder, name)
          if (!document) return refused('not-there')
          return ok({ document, bytes: new Uint8Array(await readFile(join(dir, folder, name))) })
        },
      )
    },
  }
}

const idOf = (folder: string, name: string) => `${folder}/${name}` as DocumentId

/** Makes an empty file of the first version that is free; undefined when the version makes the name too long. */
async function claimName(path: string, wanted: string): Promise<string | undefined> {
  for (let name = wanted; isFileName(name); name = nextVersionOf(name)) {
    try {
      await (await open(join(path, name), 'wx', 0o600)).close()
      return name
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault
    }
  }
  return undefined
}

/** A crash leaves the whole file or an empty one; an empty one is no document. */
async function writeWhole(path: string, name: string, bytes: Uint8Array, at: Moment): Promise<void> {
  const part = join(path, `.${randomUUID()}${UNFINISHED}`)
  try {
    const file = await open(part, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await utimes(part, new Date(at), new Date(at))
    await rename(part, join(path, name))
    await syncFolder(path)
  } finally {
    await rm(part, { force: true })
  }
}

/** The new name survives a power cut. Windows has no such call and keeps names by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function look(dir: string, folder: string, name: string): Promise<KeptDocument | undefined> {
  try {
    const found = await stat(join(dir, folder, name))
    const at = parseMoment(found.mtime.toISOString())
    return found.isFile() && found.size > 0 && at ? { id: idOf(folder, name), name, at } : undefined
  } catch (fault) {
    if (isNotThere(fault)) return undefined
    throw fault
  }
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path)
  } catch (fault) {
    if (isNotThere(fault)) return []
    throw fault
  }
}

async function removeUnfinished(dir: string): Promise<void> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((each) => each.isDirectory())
  for (const { name: folder } of folders) {
    for (const name of await readdir(join(dir, folder))) {
      const path = join(dir, folder, name)
      const unfinished = name.endsWith(UNFINISHED) || (isFileName(name) && (await stat(path)).size === 0)
      if (unfinished) await rm(path, { force: true })
    }
  }
}
