import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const contracts = process.env['CONTRACTS_DIR'] ?? resolve(import.meta.dirname, '../../../../shared/contracts')
const folder = join(contracts, 'azure')

/** Azure's own type data lies outside this repository; false where it is absent. */
export const azureTypesAreHere =
  existsSync(join(folder, 'bicep-types')) && existsSync(join(folder, 'arm-schemas'))

/** One row of a provider's type file; a reference counts rows of the same file. */
export type TypeRow = {
  readonly $type: string
  readonly name?: string
  readonly value?: string
  readonly body?: Ref
  readonly itemType?: Ref
  readonly discriminator?: string
  readonly properties?: Readonly<Record<string, TypeProperty>>
  readonly baseProperties?: Readonly<Record<string, TypeProperty>>
  readonly additionalProperties?: Ref
  readonly elements?: readonly Ref[] | Readonly<Record<string, Ref>>
}
type Ref = { readonly $ref: string }
type TypeProperty = { readonly type: Ref; readonly flags: number }

export const REQUIRED = 1
export const READ_ONLY = 2

/** A type with the file that its references count in. */
export type Typed = { readonly row: TypeRow; at(ref: Ref): Typed }

const files = new Map<string, readonly TypeRow[] | undefined>()

/** What `Provider/type@version` looks like, or undefined if there is no data about it. */
export function resourceType(type: string): Typed | undefined {
  const [provider = '', version = ''] = [type.split('/')[0], type.split('@')[1]]
  const rows = rowsOf(`${provider.toLowerCase()}-${version}.json`)
  const body = rows?.find((row) => row.$type === 'ResourceType' && row.name === type)?.body
  return rows && body ? typed(rows, body) : undefined
}

function typed(rows: readonly TypeRow[], ref: Ref): Typed {
  const row = rows[Number(ref.$ref.slice(2))]
  if (!row) throw new Error(`the type data has no row ${ref.$ref}`)
  return { row, at: (other) => typed(rows, other) }
}

function rowsOf(name: string): readonly TypeRow[] | undefined {
  if (!files.has(name)) {
    const path = join(folder, 'bicep-types', name)
    files.set(name, existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as TypeRow[]) : undefined)
  }
  return files.get(name)
}

/** A schema of the Resource Manager, as far as we look at it. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
}
type SchemaFile = Readonly<Record<string, Readonly<Record<string, Schema>>>>

let schemas: ReadonlyMap<string, { readonly file: SchemaFile; readonly schema: Schema }> | undefined

/** The schema of a resource type, of whichever version there is, with the alternatives of a part of it. */
export function armSchema(
  type: string,
): { readonly schema: Schema; arms(of: Schema): readonly Schema[] } | undefined {
  schemas ??= readSchemas()
  const found = schemas.get(type.split('@')[0] ?? '')
  return found && { schema: found.schema, arms: (of) => armsOf(found.file, of) }
}

function readSchemas() {
  const made = new Map<string, { file: SchemaFile; schema: Schema }>()
  for (const path of globSync('*/*.json', { cwd: join(folder, 'arm-schemas') })) {
    const file = JSON.parse(readFileSync(join(folder, 'arm-schemas', path), 'utf8')) as SchemaFile
    for (const [part, definitions] of Object.entries(file)) {
      if (!/resourceDefinitions$/i.test(part)) continue
      for (const schema of Object.values(definitions)) {
        const name = schema.properties?.['type']?.enum?.[0]
        if (name !== undefined) made.set(name, { file, schema })
      }
    }
  }
  return made
}

/** References followed and choices spread out; "an expression of the template" is no choice of ours. */
function armsOf(file: SchemaFile, schema: Schema): readonly Schema[] {
  if (schema.$ref !== undefined) {
    if (!schema.$ref.startsWith('#/')) return []
    const [part = '', name = ''] = schema.$ref.slice(2).split('/')
    const found = file[part]?.[name]
    return found ? armsOf(file, found) : []
  }
  const choices = [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])]
  const own = schema.properties !== undefined || choices.length === 0 ? [schema] : []
  return [...own, ...choices.flatMap((each) => armsOf(file, each))]
}
