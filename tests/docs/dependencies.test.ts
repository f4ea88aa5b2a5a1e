import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const versions = z.record(z.string(), z.string())
const manifest = z
  .object({
    dependencies: versions,
    optionalDependencies: versions,
    devDependencies: versions,
    overrides: z.record(z.string(), z.union([z.string(), versions])),
  })
  .parse(JSON.parse(read('package.json')))

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.optional(z.string()),
      version: z.optional(z.string()),
      license: z.optional(z.string()),
    }),
  ),
})
type Lock = z.infer<typeof lockSchema>
const lock = lockSchema.parse(JSON.parse(read('package-lock.json')))

const page = read('docs/dependencies.md')
const runtime = rowsUnder('Runtime dependencies')
const overrides = rowsUnder('Overrides')
const floors = rowsUnder('Floors').map(([name = '', atLeast = '']) => ({ name, atLeast }))

describe('the page of dependencies', () => {
  it.each([
    ['Runtime dependencies', manifest.dependencies],
    ['The pinned runtime', manifest.optionalDependencies],
    ['Development dependencies', manifest.devDependencies],
  ])('has one row for each package under "%s", and none for a package that is gone', (heading, packages) => {
    expect(rowsUnder(heading).map(([name]) => name)).toEqual(Object.keys(packages).toSorted())
  })

  it('says of each package that ships why, where, under which licence and what would replace it', () => {
    expect(runtime.filter((row) => row.length !== 5 || row.includes(''))).toEqual([])
  })

  it('names the licence that the lock file names', () => {
    const locked = runtime.map(([name]) => [name, lock.packages[`node_modules/${name}`]?.license])
    expect(runtime.map(([name, , , licence]) => [name, licence])).toEqual(locked)
  })

  it('gives a reason for every override, as it stands', () => {
    const wanted = Object.entries(manifest.overrides).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[name, value]]
        : Object.entries(value).map(([inner, version]) => [`${name} › ${inner}`, version]),
    )
    expect(overrides.map(([name, version]) => [name, version])).toEqual(wanted)
    expect(overrides.filter(([, , reason = '']) => reason === '')).toEqual([])
  })
})

describe('the floors', () => {
  it('watch the packages that had advisories', () => {
    expect(floors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['uuid', 'axios', 'ws', 'form-data', 'follow-redirects', 'jsonwebtoken']),
    )
    expect(floors.filter(({ atLeast }) => !/^\d+\.\d+\.\d+$/.test(atLeast))).toEqual([])
  })

  it.each(floors)('no locked copy of $name is below $atLeast', ({ name, atLeast }) => {
    expect(copiesOf(lock, name)).not.toEqual([])
    expect(below(lock, name, atLeast)).toEqual([])
  })

  it('find a copy below them at any depth, under any alias', () => {
    const old: Lock = {
      packages: {
        'node_modules/ws': { version: '8.21.0' },
        'node_modules/a/node_modules/ws': { version: '7.99.99' },
        'node_modules/sockets': { name: 'ws', version: '8.21.0-rc.1' },
        'node_modules/not-ws': { version: '1.0.0' },
      },
    }
    expect(below(old, 'ws', '8.21.0')).toEqual([
      'node_modules/a/node_modules/ws 7.99.99',
      'node_modules/sockets 8.21.0-rc.1',
    ])
  })

  it.each([
    ['8.9.0', true],
    ['8.20.99', true],
    ['8.21.0-beta.1', true],
    ['8.21.0', false],
    ['8.21.1-beta.1', false],
    ['10.0.0', false],
  ])('take %s as below 8.21.0: %s', (version, expected) => {
    expect(isBelow(version, '8.21.0')).toBe(expected)
  })
})

/** The cells of a table's rows under a heading of the page, without code marks. */
function rowsUnder(heading: string): readonly (readonly string[])[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll(/^`|`$/g, '')),
    )
}

function copiesOf({ packages }: Lock, name: string): readonly { path: string; version: string }[] {
  return Object.entries(packages)
    .filter(([path, entry]) => (entry.name ?? path.split('node_modules/').at(-1)) === name)
    .map(([path, entry]) => ({ path, version: entry.version ?? 'unknown' }))
}

function below(lock: Lock, name: string, atLeast: string): readonly string[] {
  return copiesOf(lock, name)
    .filter(({ version }) => isBelow(version, atLeast))
    .map(({ path, version }) => `${path} ${version}`)
}

/** A pre-release comes before its release. What can't be read as a version is below every floor. */
function isBelow(version: string, floor: string): boolean {
  const [numbers = '', preRelease] = version.split('+')[0]?.split(/-(.*)/) ?? []
  const have = numbers.split('.').map(Number)
  const need = floor.split('.').map(Number)
  if (have.length !== 3 || have.some(Number.isNaN)) return true

  const first = have.findIndex((n, i) => n !== need[i])
  return first === -1 ? preRelease !== undefined : (have[first] ?? 0) < (need[first] ?? 0)
}
