import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { readBicep } from './tree.ts'
import type { BicepFile, Module, Resource } from './tree.ts'

const root = join(import.meta.dirname, '../../..')

/** All of infra's Bicep, by its path below infra/. */
export type House = ReadonlyMap<string, BicepFile>

/** One change to a file, for a test that wants to see a rule say no. */
export type Spoiling = { readonly file: string; readonly from: string; readonly to: string }

let whole: Promise<House> | undefined

/** All of it as it stands, or with one change. Throws when the text to be changed is not there: it would show nothing. */
export async function readHouse(spoiling?: Spoiling): Promise<House> {
  whole ??= readWhole()
  if (!spoiling) return whole
  const { file, from, to } = spoiling
  const text = (await whole).get(file)?.text ?? ''
  if (!text.includes(from)) throw new Error(`${file} has no "${from}" to spoil`)
  return new Map(await whole).set(file, await readBicep(file, text.replace(from, to)))
}

async function readWhole(): Promise<House> {
  const paths = globSync('**/*.{bicep,bicepparam}', { cwd: join(root, 'infra') }).toSorted()
  const read = (path: string): Promise<BicepFile> =>
    readBicep(path, readFileSync(join(root, 'infra', path), 'utf8'))
  return new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)))
}

export type Place<T> = { readonly file: BicepFile; readonly it: T }

export function resourcesOf(house: House, type?: string): readonly Place<Resource>[] {
  return [...house.values()].flatMap((file) =>
    file.resources
      .filter((each) => type === undefined || each.type.startsWith(`${type}@`))
      .map((it) => ({ file, it })),
  )
}

export function modulesOf(house: House): readonly Place<Module>[] {
  return [...house.values()].flatMap((file) => file.modules.map((it) => ({ file, it })))
}
