import { createHash } from 'node:crypto'

import { refusal } from './entra-answers.ts'
import type { Answer } from './entra-answers.ts'
import type { EntraUser } from './entra.ts'

/** What was asked for when a code was given out. */
export type Code = {
  readonly user: EntraUser
  readonly clientId: string
  readonly scope: string
  readonly nonce: string | null
  readonly redirect: string
  /** Of PKCE, by SHA-256; null: none was given. */
  readonly challenge: string | null
}

/** What is wrong with handing a code in: it goes back to the same address, from the page that asked for it. */
export function faultOfCode(code: Code, body: URLSearchParams): Answer | undefined {
  if (body.get('redirect_uri') !== code.redirect)
    return refusal(400, 'invalid_grant', 500112, 'The reply address is not the one of the code')
  if (code.challenge === null)
    return refusal(400, 'invalid_request', 9002325, 'Proof Key for Code Exchange is required')
  const challenge = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url')
  return challenge === code.challenge
    ? undefined
    : refusal(400, 'invalid_grant', 501481, 'The code_verifier does not match the code_challenge')
}
