import { armSchema, READ_ONLY, REQUIRED, resourceType } from './azure-types.ts'
import type { Schema, Typed, TypeRow } from './azure-types.ts'
import { resourcesOf } from './house.ts'
import type { House } from './house.ts'
import { resolve, walk } from './tree.ts'
import type { BicepFile, Property, Resource, Value } from './tree.ts'

/** Resource types that Azure's data at hand does not have, each with why we use it all the same. */
export const WITHOUT_DATA: Readonly<Record<string, string>> = {
  'Microsoft.Insights/webtests@2022-06-15': 'the availability test; its stable version is not in the data',
}

const META = new Set(['parent', 'scope', 'dependsOn'])

/**
 * What Azure's type data says against our resources: unknown, read-only, missing and wrongly typed properties, values
 * that are none of those allowed, lengths and patterns of literals, and properties that are read and don't exist.
 */
export function typeFaults(house: House): readonly string[] {
  return resourcesOf(house).flatMap(({ file, it }) => {
    const type = resourceType(it.type)
    if (!type) return it.type in WITHOUT_DATA ? [] : [`${file.path}:${it.line}: no type data for ${it.type}`]
    const walker = { file, faults: new Set<string>() }
    const body = it.body.kind === 'each' ? it.body.body : it.body
    check(walker, body, type, { path: it.name, line: it.line, isRoot: true })
    const arm = armSchema(it.type)
    if (arm) checkLiterals(walker, body, [arm.schema], arm.arms, { path: it.name, line: it.line })
    for (const fault of unknownReads(file, it, type)) walker.faults.add(fault)
    return [...walker.faults]
  })
}

type Walker = { readonly file: BicepFile; readonly faults: Set<string> }
type At = { readonly path: string; readonly line: number; readonly isRoot?: boolean }

function check(walker: Walker, given: Value, type: Typed, at: At): void {
  const value = resolve(walker.file, given)
  const say = (what: string): void =>
    void walker.faults.add(`${walker.file.path}:${at.line}: ${at.path} ${what}`)
  if (value.kind === 'expression') return
  if (value.kind === 'either') {
    for (const each of value.values) check(walker, each, type, at)
    return
  }
  const { row } = type
  switch (row.$type) {
    case 'ObjectType':
      if (value.kind !== 'object') return say('has to be an object')
      return checkObject(walker, value.properties, { ...row.baseProperties, ...row.properties }, type, at)
    case 'DiscriminatedObjectType':
      if (value.kind !== 'object') return say('has to be an object')
      return checkKind(walker, value.properties, type, at)
    case 'ArrayType': {
      const { itemType } = row
      if (!itemType) return
      if (value.kind === 'each') return check(walker, value.body, type.at(itemType), at)
      if (value.kind !== 'array') return say('has to be an array')
      for (const item of value.items) check(walker, item, type.at(itemType), at)
      return
    }
    case 'UnionType': {
      const rows = refs(row).map((ref) => type.at(ref).row)
      if (value.kind !== 'text' || rows.some(({ $type }) => $type !== 'StringLiteralType')) return
      if (!rows.some((each) => each.value === value.text)) say(`may not be '${value.text}'`)
      return
    }
    case 'StringLiteralType':
      return value.kind === 'text' && value.text === row.value ? undefined : say(`has to be '${row.value}'`)
    case 'StringType':
      return value.kind === 'text' ? undefined : say('has to be a text')
    case 'IntegerType':
      return value.kind === 'number' ? undefined : say('has to be a number')
    case 'BooleanType':
      return value.kind === 'boolean' ? undefined : say('has to be true or false')
    default:
  }
}

function checkObject(
  walker: Walker,
  given: readonly Property[],
  known: NonNullable<TypeRow['properties']>,
  type: Typed,
  at: At,
): void {
  const say = (line: number, what: string): void =>
    void walker.faults.add(`${walker.file.path}:${line}: ${at.path} ${what}`)
  const { additionalProperties } = type.row
  for (const { name, isMade, value, line } of given) {
    const property = known[name]
    const path = `${at.path}.${name}`
    if (at.isRoot && META.has(name)) continue
    if (!property) {
      if (additionalProperties) check(walker, value, type.at(additionalProperties), { path, line })
      else if (!isMade) say(line, `has no property ${name}`)
      continue
    }
    if ((property.flags & READ_ONLY) !== 0) say(line, `may not set ${name}, which is read-only`)
    check(walker, value, type.at(property.type), { path, line })
  }
  const names = new Set(given.map(({ name }) => name))
  for (const [name, { flags }] of Object.entries(known)) {
    if ((flags & REQUIRED) !== 0 && (flags & READ_ONLY) === 0 && !names.has(name))
      say(at.line, `lacks ${name}`)
  }
}

/** An object whose kind one of its properties names. */
function checkKind(walker: Walker, given: readonly Property[], type: Typed, at: At): void {
  const { discriminator = '', elements, baseProperties } = type.row
  const said = given.find(({ name }) => name === discriminator)?.value
  const element = said?.kind === 'text' && elements && !isList(elements) ? elements[said.text] : undefined
  if (!element) {
    walker.faults.add(`${walker.file.path}:${at.line}: ${at.path} has no ${discriminator} that there is`)
    return
  }
  const kind = type.at(element)
  checkObject(walker, given, { ...baseProperties, ...kind.row.properties }, kind, at)
}

function refs({ elements }: TypeRow) {
  return elements && isList(elements) ? elements : []
}

function isList<T>(elements: readonly T[] | Readonly<Record<string, T>>): elements is readonly T[] {
  return Array.isArray(elements)
}

type Arms = (of: Schema) => readonly Schema[]

/** Literals against the Resource Manager's schema, which is closed where the type data is open. */
function checkLiterals(walker: Walker, given: Value, schemas: readonly Schema[], arms: Arms, at: At): void {
  const value = resolve(walker.file, given)
  const all = schemas.flatMap((schema) => arms(schema))
  if (value.kind === 'either') {
    for (const each of value.values) checkLiterals(walker, each, all, arms, at)
  } else if (value.kind === 'object') {
    for (const { name, value: inner, line } of value.properties) {
      const parts = all.flatMap(({ properties }) => properties?.[name] ?? [])
      if (parts.length > 0) checkLiterals(walker, inner, parts, arms, { path: `${at.path}.${name}`, line })
    }
  } else if (value.kind === 'array' || value.kind === 'each') {
    const items = all.flatMap(({ items: schema }) => schema ?? [])
    for (const each of value.kind === 'each' ? [value.body] : value.items)
      if (items.length > 0) checkLiterals(walker, each, items, arms, at)
  } else if (value.kind === 'text' || value.kind === 'number') {
    const literal = value.kind === 'text' ? value.text : value.number
    if (all.length > 0 && !all.some((schema) => takes(schema, literal)))
      walker.faults.add(`${walker.file.path}:${at.line}: ${at.path} may not be '${literal}'`)
  }
}

function takes(schema: Schema, literal: string | number): boolean {
  if (typeof literal === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema
    return literal >= minimum && literal <= maximum
  }
  const { enum: values, pattern, minLength = 0, maxLength = Infinity } = schema
  if (values && !values.some((each) => each.toLowerCase() === literal.toLowerCase())) return false
  if (pattern !== undefined && !new RegExp(pattern).test(literal)) return false
  return literal.length >= minLength && literal.length <= maxLength
}

/** `server.properties.nope`: what a resource is asked for and does not have. */
function unknownReads(file: BicepFile, resource: Resource, type: Typed): readonly string[] {
  const faults: string[] = []
  walk(file.root, (node) => {
    if (node.type !== 'member_expression' || node.parent?.type === 'member_expression') return
    const [name = '', ...path] = node.text.split('.')
    if (name !== resource.name) return
    let seen: Typed | undefined = type
    for (const part of path) {
      if (seen?.row.$type !== 'ObjectType') return
      const property: { readonly type: { readonly $ref: string } } | undefined = seen.row.properties?.[part]
      if (!property && !seen.row.additionalProperties) {
        faults.push(`${file.path}:${node.startPosition.row + 1}: ${name} has no ${path.join('.')}`)
        return
      }
      seen = property && seen.at(property.type)
    }
  })
  return faults
}
