import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type DirectoryLock = { readonly kind: 'locked'; release(): void }
export type DirectoryTaken = { readonly kind: 'taken' }

/**
 * Takes a directory for this process alone, making it if it isn't there; "taken" at once if another process, or
 * another part of this one, has it. The lock ends with `release` or with the process, however that ends.
 * Throws if the directory can't be made or written to.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock | DirectoryTaken> {
  await mkdir(directory, { recursive: true })
  // SQLite's exclusive transaction is the operating system's own file lock, the same on Linux, macOS and Windows:
  // nothing stale is left after a crash, and containers of one host that share a volume see each other's.
  const database = new DatabaseSync(join(directory, 'lock.sqlite'))
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE')
    held.add(database)
    return { kind: 'locked', release: () => release(database) }
  } catch (error) {
    database.close()
    if (isBusy(error)) return { kind: 'taken' }
    throw error
  }
}

/** Kept here so that a caller who drops the lock object doesn't lose the lock to garbage collection. */
const held = new Set<DatabaseSync>()

function release(database: DatabaseSync): void {
  if (held.delete(database)) database.close()
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
