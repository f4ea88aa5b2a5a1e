import type * as z from 'zod/mini'

import type { Day } from '#core/calendar/day.ts'
import type { may } from '#core/people/may.ts'
import type { Actor } from '#core/people/post.ts'
import { ok } from '#core/result.ts'
import type { Result } from '#core/result.ts'
import type { SubjectKind } from '#core/subject.ts'
import type { Trx } from '#store/database.ts'
import type { Request } from '#store/run.ts'
import type { Running } from '#store/running.ts'

import type { Outside } from './http/outside.ts'
import type { Reason } from './problems/problems.ts'

/** What an endpoint is given: the request, parsed. */
export type Call<Input> = {
  readonly running: Running
  readonly outside: Outside
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | undefined>>
  readonly input: Input
  /** The token with which the person came, for what is asked elsewhere on their behalf; kept nowhere. */
  readonly bearer: string
  /** The version in If-Match, when it was sent. */
  readonly ifMatch: number | undefined
  /** Reads as the person who is signed in, in one transaction. */
  readonly look: <T>(work: (seen: { trx: Trx; actor: Actor; today: Day }) => Promise<T>) => Promise<T>
}

export type Answer<Output> =
  | {
      readonly ok: true
      readonly value: { readonly body: Output; readonly status?: 200 | 201; readonly version?: number }
    }
  | (Extract<Result<never, Reason>, { ok: false }> & {
      /** What Entra wants to see at the person's next sign-in: goes to the tab as it is, and into no log. */
      readonly claims?: string
    })

/** One row of the table from which routes, OpenAPI and the access tests come. */
export type Endpoint = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly input: z.ZodMiniType | null
  readonly output: z.ZodMiniType
  /** The names of what may stand in the query. */
  readonly query?: readonly string[]
  readonly touches: SubjectKind | 'person' | 'duty' | 'child' | 'calendar'
  /** The rule of the rulebook that decides, or that everyone signed in may. */
  readonly may: keyof typeof may | 'signed-in'
  /** A change that reads If-Match: to a version that somebody else changed meanwhile it does nothing. */
  readonly versioned?: true
  /** Complaints about the input name the whole place, rungs.2.reply. */
  readonly places?: true
  /** What its body may hold, in bytes, where the measure of all others is too small. */
  readonly mostBytes?: number
  run(call: Call<unknown>): Promise<Answer<unknown>>
}

/** Types one row; the input that `run` gets is the one that `input` parsed. */
export function endpoint<I extends z.ZodMiniType | null, O extends z.ZodMiniType>(row: {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly input: I
  readonly output: O
  readonly query?: readonly string[]
  readonly touches: Endpoint['touches']
  readonly may: Endpoint['may']
  readonly mostBytes?: number
  readonly versioned?: true
  readonly places?: true
  run(call: Call<I extends z.ZodMiniType ? z.output<I> : null>): Promise<Answer<z.input<O>>>
}): Endpoint {
  return row
}

/** The answer to a change of an aggregate: what its use case gave back, and the version for the next If-Match. */
export function saved<T extends { readonly version: number }, R extends Reason>(
  result: Result<T, R>,
  status: 200 | 201 = 200,
): Answer<T> {
  return result.ok ? ok({ body: result.value, status, version: result.value.version }) : result
}
