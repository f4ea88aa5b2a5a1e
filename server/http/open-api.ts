import * as z from 'zod/mini'

import type { Endpoint } from '../endpoint.ts'

/** The API as OpenAPI 3.1, from the same table as the routes. */
export function openApi(endpoints: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const row of endpoints) {
    const path = row.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operation(row) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Case Evaluations for Teams', version: '1' },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    security: [{ bearer: [] }],
    paths,
  }
}

function operation(row: Endpoint): object {
  const { method, path, summary, input, output, query, touches, may, versioned } = row
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  return {
    summary,
    'x-touches': touches,
    'x-may': may,
    parameters: [
      ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(query ?? []).map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
      ...(method === 'POST' ? [KEY] : []),
      ...(versioned ? [IF_MATCH] : []),
    ],
    ...(input && {
      requestBody: { required: true, content: { 'application/json': { schema: shape(input, 'input') } } },
    }),
    responses: {
      '2XX': { description: 'Done', content: { 'application/json': { schema: shape(output, 'output') } } },
      default: {
        description: 'No, and what to do',
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      },
    },
  }
}

/** The version that the person saw; an answer to another one changes nothing. */
const IF_MATCH = { name: 'If-Match', in: 'header', schema: { type: 'string', pattern: '^"\\d+"$' } }

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 8 },
}

function shape(schema: z.ZodMiniType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' })
}
