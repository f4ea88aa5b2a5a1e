import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { runQuietly } from './run-quietly.mjs'

/** Everything that the two pages are made of. */
const SOURCES = [
  'tab',
  'core',
  'local/page',
  'vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]

/** True if dist/ was built from exactly these sources: their contents count, not their dates. */
export function pagesAreBuilt(root) {
  const marker = markerIn(root)
  return existsSync(marker) && readFileSync(marker, 'utf8') === fingerprint(root)
}

/** Builds the tab and the local page into dist/. Gives back what Vite said if it failed. */
export async function buildPages(root, node) {
  const sources = fingerprint(root)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const failure = await runQuietly(root, node, [vite, 'build', '--logLevel', 'warn'])
  // Vite empties dist/ first, so the marker is only there after a build that came to its end.
  if (!failure) writeFileSync(markerIn(root), sources)
  return failure
}

function markerIn(root) {
  return join(root, 'dist', '.built-from')
}

function fingerprint(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesUnder(root, source))) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

function filesUnder(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return /\.(test\.tsx?|tsbuildinfo)$/.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}
