import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import formats from 'ajv-formats'
import { Ajv2020 } from 'ajv/dist/2020.js'

const folder = process.env['CONTRACTS_DIR'] ?? resolve(import.meta.dirname, '../../../../shared/contracts')
const file = resolve(folder, 'graph-v1.0-subset.openapi.json')

/** Microsoft's description of Graph lies outside this repository; false where it is absent. */
export const contractIsHere = existsSync(file)

type Schema = Readonly<Record<string, unknown>>
type Parameter = {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly 'x-path-segments'?: boolean
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>

/** One operation, as Microsoft describes it; `x-source` where only the documentation does. */
export type Operation = {
  readonly operationId: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required?: boolean; readonly content?: Content }
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>
  readonly 'x-source'?: string
}

export type Described = {
  readonly method: string
  readonly template: string
  readonly operation: Operation
  readonly pattern: RegExp
  readonly names: readonly string[]
}

/** `{ '/users/{user-id}/sendMail': { post: { … } } }`: an operation that the subset leaves out, from its page. */
export type Beyond = Readonly<Record<string, Readonly<Record<string, Operation>>>>

export type Contract = {
  readonly operations: readonly Described[]
  find(
    method: string,
    path: string,
  ): { readonly found: Described; readonly params: Readonly<Record<string, string>> } | undefined
  /** What is wrong with a request's body, or nothing. */
  faultsInBody(of: Operation, body: unknown): readonly string[]
  /** What is wrong with an answer that we give ourselves, or nothing. */
  faultsInAnswer(of: Operation, status: number, body: unknown): readonly string[]
}

/** Read and compiled once for all tests of a file. */
let known: ReturnType<typeof read> | undefined

function read() {
  const { paths, components } = closed(JSON.parse(readFileSync(file, 'utf8')) as Document)
  const ajv = new Ajv2020({ strict: false, logger: false })
  formats.default(ajv)
  ajv.addSchema({ $id: 'graph', components })
  return { paths, components, ajv, compiled: new Map<string, ReturnType<Ajv2020['compile']>>() }
}

/** Reads the contract. Every schema that no other builds upon is closed, so that a misspelt property fails. */
export function readContract(beyond: Beyond = {}): Contract {
  const { paths, components, ajv, compiled } = (known ??= read())
  const operations = describe({ ...paths, ...beyond })

  function faults(key: string, schema: Schema | undefined, value: unknown): readonly string[] {
    if (!schema) return []
    const validate = compiled.get(key) ?? ajv.compile(referring(root(schema)) as Schema)
    compiled.set(key, validate)
    if (validate(value)) return []
    return (validate.errors ?? [])
      .slice(0, 3)
      .map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`)
  }

  return {
    operations,
    find: (method, path) => {
      for (const each of operations) {
        if (each.method !== method) continue
        const match = each.pattern.exec(path)
        if (!match) continue
        const params = Object.fromEntries(
          each.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
        )
        return { found: each, params }
      }
      return undefined
    },
    faultsInBody: (operation, body) => {
      const content = operation.requestBody?.content
      if (!content) return body === undefined ? [] : ['a body where none is described']
      if (content['application/octet-stream']) return []
      if (body === undefined) return operation.requestBody?.required ? ['no body'] : []
      return faults(`${operation.operationId} body`, content['application/json']?.schema, body)
    },
    faultsInAnswer: (operation, status, body) => {
      const family = status >= 500 ? '5XX' : status >= 400 ? '4XX' : '2XX'
      const said = operation.responses[String(status)] ?? operation.responses[family]
      if (!said) return status >= 300 && status < 400 ? [] : [`no answer ${status} is described`]
      if (body === undefined) return []
      const name = said.$ref?.replace('#/components/responses/', '')
      const response = name === undefined ? said : components.responses[name]
      const schema = response?.content?.['application/json']?.schema
      return schema
        ? faults(`${operation.operationId} ${family}`, schema, body)
        : ['an answer where none is described']
    },
  }
}

type Document = {
  readonly paths: Beyond
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, { readonly content?: Content }>>
  }
}

const LOOSE = { patternProperties: { '@odata\\.|@microsoft\\.graph\\.': true }, unevaluatedProperties: false }

/** Of what the subset leaves out, what the product sends: by its page (resources/singlevaluelegacyextendedproperty). */
const PRUNED: Readonly<Record<string, Schema>> = {
  'microsoft.graph.singleValueLegacyExtendedProperty': {
    type: 'object',
    required: ['id', 'value'],
    properties: { id: { type: 'string' }, value: { type: 'string' } },
    ...LOOSE,
  },
}

/** References out of a schema that is compiled by itself lead into the components. */
const referring = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"graph#/components/'))

const root = (schema: Schema): Schema => ({ allOf: [schema], ...LOOSE })

/**
 * Puts "nothing else" behind every reference to a schema, but not where it is built upon, is open by its nature, or
 * is one of several kinds (`discriminator`).
 */
function closed(document: Document): Document {
  const { schemas } = document.components
  const isBuiltUpon = new Set(
    Object.values(schemas).flatMap((schema) =>
      ((schema['allOf'] ?? []) as readonly Schema[]).flatMap(({ $ref }) =>
        typeof $ref === 'string' ? [$ref] : [],
      ),
    ),
  )
  const isOpen = (ref: string): boolean => {
    const schema = schemas[ref.replace('#/components/schemas/', '')]
    const isEnum = schema !== undefined && 'enum' in schema
    return (
      !schema || isEnum || isBuiltUpon.has(ref) || schema['x-open-type'] === true || 'discriminator' in schema
    )
  }
  const walk = (node: unknown, isBase: boolean): unknown => {
    if (Array.isArray(node)) return node.map((each) => walk(each, isBase))
    if (typeof node !== 'object' || node === null) return node
    const { $ref, type, 'x-pruned-ref': pruned } = node as Schema
    const said = typeof pruned === 'string' ? PRUNED[pruned] : undefined
    if (said) return type === 'array' ? { type, items: said } : said
    if (typeof $ref === 'string' && !isBase && $ref.startsWith('#/components/schemas/') && !isOpen($ref))
      return { allOf: [{ $ref }], ...LOOSE }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value, key === 'allOf')]))
  }
  const bodies = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, walk(schema, false)]),
  )
  return {
    ...document,
    components: { ...document.components, schemas: bodies as Document['components']['schemas'] },
  }
}

/** Ids may hold ":" and "@", so a parameter takes all but a slash; the template with most letters of its own wins. */
function describe(paths: Beyond): readonly Described[] {
  return Object.entries(paths)
    .flatMap(([template, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => typeof operation === 'object' && 'operationId' in operation)
        .map(([method, operation]) => {
          const names: string[] = []
          const source = template
            .split(/(\{[^}]+\})/)
            .map((part) => {
              if (!part.startsWith('{')) return part.replaceAll(/[^A-Za-z0-9/]/g, '\\$&')
              const name = part.slice(1, -1)
              names.push(name)
              const isLong = operation.parameters?.some(
                (each) => each.name === name && each['x-path-segments'],
              )
              return isLong ? '(.+?)' : '([^/]+?)'
            })
            .join('')
          return {
            method: method.toUpperCase(),
            template,
            operation,
            names,
            pattern: new RegExp(`^${source}$`),
          }
        }),
    )
    .toSorted((a, b) => ownLetters(b.template) - ownLetters(a.template))
}

const ownLetters = (template: string): number => template.replaceAll(/\{[^}]+\}/g, '').length
