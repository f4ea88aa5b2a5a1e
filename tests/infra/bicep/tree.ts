import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { Language, Parser } from 'web-tree-sitter'
import type { Node } from 'web-tree-sitter'

/** A value as Bicep writes it. What only Azure can work out stays an expression. */
export type Value =
  | { readonly kind: 'object'; readonly properties: readonly Property[] }
  | { readonly kind: 'array'; readonly items: readonly Value[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'each'; readonly body: Value }
  | { readonly kind: 'either'; readonly values: readonly Value[] }
  | { readonly kind: 'expression'; readonly node: Node }

/** `isMade`: the name is put together from others, so it may be any. */
export type Property = {
  readonly name: string
  readonly isMade: boolean
  readonly value: Value
  readonly line: number
}

export type Declared = { readonly name: string; readonly node: Node; readonly line: number }
export type Param = Declared & {
  readonly type: string
  readonly value: Value | undefined
  readonly decorators: readonly string[]
}
export type Var = Declared & { readonly value: Value }
export type Output = Declared & { readonly type: string; readonly value: Value }
export type Resource = Declared & {
  readonly type: string
  readonly isExisting: boolean
  readonly body: Value
}
export type Module = Declared & { readonly path: string; readonly body: Value }

export type BicepFile = {
  readonly path: string
  readonly text: string
  readonly root: Node
  readonly params: readonly Param[]
  readonly vars: readonly Var[]
  readonly outputs: readonly Output[]
  readonly resources: readonly Resource[]
  readonly modules: readonly Module[]
}

const require = createRequire(import.meta.url)
const grammar = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')
let parser: Promise<Parser> | undefined

/** Reads Bicep with the published grammar, which knows its syntax and nothing of what it means. */
export async function readBicep(path: string, text: string): Promise<BicepFile> {
  parser ??= openParser()
  // A file of parameters assigns where a template declares; the grammar has words for the latter only.
  const source = path.endsWith('.bicepparam') ? text.replaceAll(/^param /gm, 'var ') : text
  const tree = (await parser).parse(source)
  if (!tree) throw new Error(`${path} could not be read`)
  const params: Param[] = []
  const vars: Var[] = []
  const outputs: Output[] = []
  const resources: Resource[] = []
  const modules: Module[] = []
  let decorators: readonly string[] = []
  for (const node of tree.rootNode.namedChildren) {
    const declared = { name: named(node)[0]?.text ?? '', node, line: node.startPosition.row + 1 }
    const last = named(node).at(-1)
    if (node.type === 'parameter_declaration') {
      const hasDefault = node.children.some((child) => child.type === '=')
      const type = named(node)[1]?.text ?? ''
      params.push({ ...declared, type, decorators, value: hasDefault && last ? valueOf(last) : undefined })
    } else if (node.type === 'variable_declaration' && last) {
      vars.push({ ...declared, value: valueOf(last) })
    } else if (node.type === 'output_declaration' && last) {
      outputs.push({ ...declared, type: named(node)[1]?.text ?? '', value: valueOf(last) })
    } else if (node.type === 'resource_declaration' && last) {
      const isExisting = node.children.some((child) => child.type === 'existing')
      resources.push({ ...declared, type: contentOf(named(node)[1]), isExisting, body: valueOf(last) })
    } else if (node.type === 'module_declaration' && last) {
      modules.push({ ...declared, path: contentOf(named(node)[1]), body: valueOf(last) })
    }
    decorators = node.type === 'decorators' ? named(node).map((child) => child.text.slice(1)) : []
  }
  return { path, text, root: tree.rootNode, params, vars, outputs, resources, modules }
}

/** Where the text is not Bicep, each as `path:line: what stands there`. */
export function syntaxFaults(file: BicepFile): readonly string[] {
  const faults: string[] = []
  walk(file.root, (node) => {
    const at = `${file.path}:${node.startPosition.row + 1}`
    if (node.isError) faults.push(`${at}: not understood: ${node.text.slice(0, 60)}`)
    else if (node.isMissing) faults.push(`${at}: ${node.type} is missing`)
  })
  return faults
}

export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of node.children) walk(child, visit)
}

/** The values that an object, or each arm of a choice between objects, has under a name; variables are looked up. */
export function under(
  file: BicepFile,
  value: Value | undefined,
  ...path: readonly string[]
): readonly Value[] {
  if (value === undefined) return []
  const seen = resolve(file, value)
  if (seen.kind === 'either') return seen.values.flatMap((each) => under(file, each, ...path))
  if (seen.kind === 'each') return under(file, seen.body, ...path)
  const [name, ...rest] = path
  if (name === undefined) return [seen]
  if (name === '*')
    return seen.kind === 'array' ? seen.items.flatMap((item) => under(file, item, ...rest)) : []
  if (seen.kind !== 'object') return []
  return seen.properties
    .filter((property) => property.name === name)
    .flatMap((property) => under(file, property.value, ...rest))
}

/** The literals of those values, as text; an expression is its own source. */
export function textsUnder(file: BicepFile, value: Value | undefined, ...path: readonly string[]): string[] {
  return under(file, value, ...path).map(textOf)
}

export function textOf(value: Value): string {
  if (value.kind === 'text') return value.text
  if (value.kind === 'number') return String(value.number)
  if (value.kind === 'boolean') return String(value.value)
  return value.kind === 'expression' ? value.node.text : `(${value.kind})`
}

/** A name of a variable becomes what it holds, `concat` of arrays one array; the rest stays as it is. */
export function resolve(file: BicepFile, value: Value): Value {
  if (value.kind !== 'expression') return value
  const { node } = value
  if (node.type === 'identifier') {
    const found = file.vars.find(({ name }) => name === node.text)
    return found ? resolve(file, found.value) : value
  }
  const call = node.type === 'call_expression' ? node.childForFieldName('function')?.text : undefined
  if (call !== 'concat') return value
  const parts = named(node.childForFieldName('arguments')).map((each) => resolve(file, valueOf(each)))
  return { kind: 'array', items: parts.flatMap((part) => itemsOf(part)) }
}

function itemsOf(value: Value): readonly Value[] {
  if (value.kind === 'array') return value.items
  return value.kind === 'either' ? value.values.flatMap((each) => itemsOf(each)) : [value]
}

function valueOf(node: Node): Value {
  const parts = named(node)
  const [first] = parts
  switch (node.type) {
    case 'object':
      return { kind: 'object', properties: parts.flatMap((part) => propertyOf(part)) }
    case 'array':
      return { kind: 'array', items: parts.map(valueOf) }
    case 'number':
      return { kind: 'number', number: Number(node.text) }
    case 'boolean':
      return { kind: 'boolean', value: node.text === 'true' }
    case 'string':
      return isLiteral(node) ? { kind: 'text', text: contentOf(node) } : { kind: 'expression', node }
    case 'if_statement':
      return valueOf(parts.at(-1) ?? node)
    case 'for_statement':
      return { kind: 'each', body: valueOf(node.childForFieldName('body') ?? node) }
    case 'parenthesized_expression':
      return first && parts.length === 1 ? valueOf(first) : { kind: 'expression', node }
    case 'ternary_expression':
      return { kind: 'either', values: parts.slice(1).map(valueOf) }
    default:
      return { kind: 'expression', node }
  }
}

function propertyOf(node: Node): readonly Property[] {
  const [key, value] = named(node)
  if (node.type !== 'object_property' || !key || !value) return []
  const isMade = key.type === 'string' && !isLiteral(key)
  const name = key.type === 'string' ? contentOf(key) : key.text
  return [{ name, isMade, value: valueOf(value), line: node.startPosition.row + 1 }]
}

function isLiteral(node: Node): boolean {
  return !node.children.some((child) => child.type === 'interpolation')
}

/** What stands between the quotes, with escapes undone. */
function contentOf(node: Node | undefined): string {
  return node ? node.text.slice(1, -1).replaceAll(/\\(.)/g, '$1') : ''
}

/** What says something: comments are left out. */
function named(node: Node | null | undefined): Node[] {
  return node ? node.namedChildren.filter((child) => !child.type.endsWith('comment')) : []
}

async function openParser(): Promise<Parser> {
  await Parser.init()
  const made = new Parser()
  made.setLanguage(await Language.load(readFileSync(grammar)))
  return made
}
