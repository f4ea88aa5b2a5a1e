import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

type Definitions = Record<string, Record<string, unknown>>

const folder = process.env['CONTRACTS_DIR'] ?? resolve(import.meta.dirname, '../../../../shared/contracts')
const file = join(folder, 'bot-connector-v3.swagger.json')

/** Microsoft's description of the Connector is kept outside this repository; undefined where it is absent. */
export const contract = existsSync(file) ? readContract() : undefined

/** What the contract has against a value, or nothing. Where the contract is absent, nothing. */
export function faultsAgainst(definition: string, value: unknown): readonly string[] {
  const validate = contract?.getSchema(`connector#/definitions/${definition}`)
  if (contract === undefined) return []
  if (validate === undefined) return [`The contract has no ${definition}`]
  return validate(value) === true
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) =>
        [definition, instancePath, message, JSON.stringify(params)].join(' '),
      )
}

function readContract() {
  const swagger = JSON.parse(readFileSync(file, 'utf8')) as { definitions: Definitions }
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'connector', definitions: closed(swagger.definitions) })
  return ajv
}

/** A misspelt property is a fault, but in the places where channels add their own. */
function closed(definitions: Definitions): Definitions {
  const open = new Set(['ChannelAccount', 'Entity'])
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [
      name,
      'properties' in definition && !open.has(name)
        ? { ...definition, additionalProperties: false }
        : definition,
    ]),
  )
}
