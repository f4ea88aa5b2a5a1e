import { AuthError, InteractionRequiredAuthError } from '@azure/msal-node'

import type { GraphFault, GraphReason } from '../client/fault.ts'

/** What MSAL threw, as a reason. Of Entra's words only the AADSTS number is kept: the sentence names people. */
export function faultOfEntra(thrown: unknown): GraphFault {
  if (!(thrown instanceof AuthError)) return { reason: 'not-reachable' }
  const number = /AADSTS(\d+)/.exec(thrown.errorMessage)?.[1]
  const code = number === undefined ? thrown.errorCode : `AADSTS${number}`
  if (thrown instanceof InteractionRequiredAuthError) {
    return {
      reason: (number && BY_NUMBER[number]) || 'signed-out',
      code,
      ...(thrown.claims !== '' && { claims: thrown.claims }),
    }
  }
  if (number !== undefined && BY_NUMBER[number]) return { reason: BY_NUMBER[number], code }
  return { reason: AWAY.has(thrown.errorCode) ? 'not-reachable' : 'refused', code }
}

/** Numbers that Entra publishes. */
const BY_NUMBER: Readonly<Record<string, GraphReason>> = {
  // Nobody agreed, or an administrator took it back.
  65001: 'consent-missing',
  65004: 'consent-missing',
  // More proof is wanted of the person.
  50076: 'signed-out',
  50079: 'signed-out',
  50158: 'signed-out',
  // The sign-in is over, revoked or too old.
  50013: 'signed-out',
  50173: 'signed-out',
  700082: 'signed-out',
  500133: 'signed-out',
}

const AWAY = new Set(['network_error', 'endpoints_resolution_error', 'openid_config_error', 'server_error'])
