import type { Context } from 'hono'

import type { Problem } from '../problems/problems.ts'
import { isDatabaseAway, TRY_AGAIN_AFTER } from './database-away.ts'
import { SignInAway } from './sign-in-away.ts'

/** A "no" for people, as problem+json. */
export function no(c: Context, body: Problem): Response {
  return c.body(JSON.stringify(body), body.status as 400, { 'Content-Type': 'application/problem+json' })
}

/** What a fault is to whoever asked; one that passes by itself says when to try again. */
export function faultReason(c: Context, error: unknown): 'database-away' | 'sign-in-away' | 'fault' {
  const reason = isDatabaseAway(error)
    ? 'database-away'
    : error instanceof SignInAway
      ? 'sign-in-away'
      : 'fault'
  if (reason !== 'fault') c.header('Retry-After', TRY_AGAIN_AFTER)
  return reason
}
