import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { localSignIn } from '#local/sign-in.ts'
import type { TestServer } from '#tests/fixtures/a-server.ts'

/** Whom the rounds concern, each in another way, and three whom they hardly do. */
export const PEOPLE = [
  /** The partnership: business manager, QA manager. */
  'bea',
  'quinn',
  /** The chair of the panel, the chair of the subgroup. */
  'dir',
  'sue',
  /** Lead persons: Social Care, Schools (in the neglect round alone), Police, health's collator, the GPs. */
  'ada',
  'eve',
  'cal',
  'dee',
  'gil',
  /** Worker and manager of N-08; the worker of another case; a contributor to one return of Police. */
  'wes',
  'sam',
  'wyn',
  'sky',
] as const
export type Person = (typeof PEOPLE)[number]
/** Besides them: nobody at all, and a good token of a person who is not known here. */
export type Who = Person | 'stranger' | 'unknown'
/** And the worker of N-17, who stands in no table. */
export type Anyone = Who | 'willa'

export type Told = {
  readonly status: number
  readonly body: unknown
  readonly text: string
}

export type Options = { readonly body?: unknown; readonly version?: number }
export type Call = (who: Anyone, method: string, path: string, options?: Options) => Promise<Told>

/** Requests as anybody of the round, also those whom the sign-in page does not offer. */
export function callsTo(server: TestServer): Call {
  const { tokenFor } = localSignIn(join(server.dataDir, 'sign-in.key'), Date.now)
  return async (who, method, path, { body, version } = {}) => {
    const answer = await fetch(`${server.origin}${path}`, {
      method,
      headers: {
        ...(who !== 'stranger' && {
          authorization: `Bearer ${tokenFor(who === 'unknown' ? 'somebody-else' : who)}`,
        }),
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      text,
      body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
    }
  }
}

/** What has to work for the test to stand where it should. */
export async function done<T>(call: Call, who: Anyone, path: string, body?: unknown): Promise<T> {
  const told = await call(who, body === undefined ? 'GET' : 'POST', path, body === undefined ? {} : { body })
  if (told.status >= 300) throw new Error(`${who} ${path}: ${told.text}`)
  return told.body as T
}
