import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'

import { beforeAll, expect, test } from 'vitest'

/** What Vite says of one file of the build. */
type Chunk = {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

const DIST = join(import.meta.dirname, '../../dist')
const TAB = 'tab/index.html'
const FIRST_LOAD = 180_000
const LAZY = 40_000
/** Microsoft's library for signing in outside Teams: no screen, loaded once by whoever opens a link in a browser. */
const SIGN_IN = 'tab/sign-in/browser-road.ts'
const SIGN_IN_WEIGHS = 60_000

let manifest: Readonly<Record<string, Chunk>>
beforeAll(async () => {
  manifest = JSON.parse(await readFile(join(DIST, '.vite/manifest.json'), 'utf8')) as typeof manifest
})

test('the first load of the tab weighs at most 180 kB (brotli)', async () => {
  const files = [TAB, ...filesOf(reachedBy([TAB]))]
  expect(files.length).toBeGreaterThan(1)
  expect(await weightOf(files)).toBeLessThanOrEqual(FIRST_LOAD)
})

test('each screen that is loaded when it is needed weighs at most 40 kB more', async () => {
  const first = reachedBy([TAB])
  const lazy = lazyOf(first)
  expect(lazy.length).toBeGreaterThanOrEqual(5)
  const weights = await Promise.all(lazy.map(async (name) => ({ name, weight: await moreThan(first, name) })))
  expect(weights.filter(({ name, weight }) => name !== SIGN_IN && weight > LAZY)).toEqual([])
})

test('signing in outside Teams weighs at most 60 kB more, and nothing of it is in the first load', async () => {
  const first = reachedBy([TAB])
  expect(lazyOf(first)).toContain(SIGN_IN)
  expect(await moreThan(first, SIGN_IN)).toBeLessThanOrEqual(SIGN_IN_WEIGHS)
})

/** What a lazy part brings beside what is there already. */
async function moreThan(first: ReadonlySet<string>, name: string): Promise<number> {
  const more = [...reachedBy([name])].filter((each) => !first.has(each))
  return weightOf(filesOf(new Set(more)))
}

/** Chunks that these bring with them, themselves among them. */
function reachedBy(names: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    if (seen.has(name)) continue
    seen.add(name)
    reachedBy(chunk(name).imports ?? [], seen)
  }
  return seen
}

/** Everything that the tab may load later, screen by screen. */
function lazyOf(first: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>()
  const look = (names: Iterable<string>): void => {
    for (const name of names) {
      const later = (chunk(name).dynamicImports ?? []).filter((each) => !found.has(each))
      for (const each of later) found.add(each)
      look(later.flatMap((each) => [...reachedBy([each])]))
    }
  }
  look(first)
  return [...found].filter((name) => !first.has(name))
}

function filesOf(names: ReadonlySet<string>): string[] {
  return [...new Set([...names].flatMap((name) => [chunk(name).file, ...(chunk(name).css ?? [])]))]
}

async function weightOf(files: readonly string[]): Promise<number> {
  const packed = await Promise.all(
    files.map(async (file) => promisify(brotliCompress)(await readFile(join(DIST, file)))),
  )
  return packed.reduce((sum, { length }) => sum + length, 0)
}

function chunk(name: string): Chunk {
  const found = manifest[name]
  if (!found) throw new Error(`the build has no ${name}`)
  return found
}
