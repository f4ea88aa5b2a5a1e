import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv, type ValidateFunction } from 'ajv'

const folder =
  process.env['CONTRACTS_DIR'] ?? join(import.meta.dirname, '../../../../..', 'shared', 'contracts')
const file = join(folder, 'bot-connector-v3.swagger.json')

/** Microsoft's description of the connector lies outside the repository; without it nothing is compared. */
export const contractIsHere = existsSync(file)

type Schema = Record<string, unknown>
type Swagger = {
  readonly definitions: Record<string, Schema>
  readonly paths: Record<string, Record<string, { parameters?: { in: string; schema?: Schema }[] }>>
}
type Operation = {
  readonly method: string
  readonly path: RegExp
  readonly body: ValidateFunction | undefined
}

const operations = contractIsHere ? load() : []

/** How a request breaks the contract: an unknown operation, or a body with a wrong or an unknown field. */
export function contractFaults(method: string, path: string, body: unknown): string[] {
  if (!contractIsHere) return []
  const operation = operations.find((each) => each.method === method.toLowerCase() && each.path.test(path))
  if (operation === undefined) return [`${method} ${path} is not in the contract`]
  if (operation.body === undefined || operation.body(body)) return []
  return (operation.body.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

function load(): Operation[] {
  const { definitions, paths } = JSON.parse(readFileSync(file, 'utf8')) as Swagger
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: 'connector', definitions: closed(definitions) })
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters }]) => {
      const schema = parameters?.find((parameter) => parameter.in === 'body')?.schema
      return {
        method,
        path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        body:
          schema === undefined
            ? undefined
            : ajv.compile({ ...schema, $ref: `connector${String(schema['$ref'])}` }),
      }
    }),
  )
}

/** Unknown fields are faults, except on accounts, where Teams sends more than the description lists. */
function closed(definitions: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [
      name,
      name === 'ChannelAccount' || schema['type'] !== 'object' || schema['properties'] === undefined
        ? schema
        : { additionalProperties: false, ...schema },
    ]),
  )
}
