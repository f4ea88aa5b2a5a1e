import type { FormDeed } from './access-rounds-bodies.ts'
import type { Thing } from './neglect.ts'

/** Who gets what: for each status, by name. Nobody at all and nobody known always get 401. */
export type Gets = Readonly<Partial<Record<200 | 201 | 403 | 404 | 409 | 412, string>>>

/**
 * One row: an endpoint, what it is asked about, and what each person gets. A change on which somebody gets 412
 * is sent with a version that was never given out: who may is told that, and nothing is changed.
 */
export type RoundsRow = {
  readonly endpoint: string
  readonly about: Thing | null
  readonly deed?: FormDeed
  readonly gets: Gets
}

export const EVERYBODY = 'bea quinn dir sue ada eve cal dee gil wes sam wyn sky'
export const row = (endpoint: string, about: Thing | null, gets: Gets): RoundsRow => ({
  endpoint,
  about,
  gets,
})

/** The same for several endpoints. */
export const rows = (endpoints: readonly string[], about: Thing, gets: Gets): readonly RoundsRow[] =>
  endpoints.map((endpoint) => row(endpoint, about, gets))

/** The route of a row, without what is asked in the query. */
export function routeOf({ endpoint }: RoundsRow): string {
  return endpoint.replace(/\?.*/, '')
}

/** The statuses that somebody gets, with that of nobody. */
export function statusesOf({ gets }: RoundsRow): readonly number[] {
  return [...Object.keys(gets).map(Number), 401]
}
