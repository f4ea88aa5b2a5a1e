import { decodeJwt, errors, jwtVerify } from 'jose'
import * as z from 'zod/mini'

import type { PersonId } from '#core/ids.ts'
import type { Identify, Newcomer, SignIn } from '#core/people/sign-in.ts'
import { ok, refused } from '#core/result.ts'
import type { Result } from '#core/result.ts'

import { entraKeys } from './entra-keys.ts'

/** What a token has to be, apart from being Entra's. */
export type EntraRules = {
  /** Our own registration: whom the token is for. */
  readonly clientId: string
  /** The organisations whose people are let in, by their directory's id; the first is the partnership's own. */
  readonly tenants: readonly [string, ...string[]]
  /** `https://login.microsoftonline.com`, without a slash at the end. */
  readonly loginUrl: string
  readonly realNow: () => number
  readonly keyTimeoutMs?: number
  readonly keyCooldownMs?: number
}

/** Who here has the account of a good token, and whether they are let in today. */
export type FindPerson = (newcomer: Newcomer) => Promise<Result<PersonId, 'unknown-person' | 'access-ended'>>

/** The apps of Teams itself, which ask for the tab's token: desktop and mobile, web. */
export const TEAMS_CLIENTS: readonly string[] = [
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
]

const SCOPE = 'access_as_user'
const CLOCKS_DIFFER_S = 60
/** A token of Entra has some two thousand characters. */
const LONGEST = 8192

/**
 * Sign-in with Microsoft Entra: the tab's token, checked at each request. A person is found by tenant and object id,
 * never by a name or an address, and asked for each time: whoever is let in no more is out with the next request.
 */
export function entraSignIn(
  rules: EntraRules,
  find: FindPerson,
): { readonly signIn: SignIn; readonly identify: Identify } {
  const identify = identifyBy(rules)
  return {
    identify,
    async signIn(authorization) {
      const newcomer = await identify(authorization)
      return newcomer.ok ? find(newcomer.value) : newcomer
    },
  }
}

/** The checks, in the order of reference: signature, audience, times, version, tenant, issuer, scope, kind, caller. */
function identifyBy({
  clientId,
  tenants,
  loginUrl,
  realNow,
  keyTimeoutMs,
  keyCooldownMs,
}: EntraRules): Identify {
  const [home] = tenants
  const keysOf = new Map(
    tenants.map((tenant) => {
      const address = new URL(`${loginUrl}/${tenant}/discovery/v2.0/keys`)
      const timing = {
        ...(keyTimeoutMs !== undefined && { timeoutMs: keyTimeoutMs }),
        ...(keyCooldownMs !== undefined && { cooldownMs: keyCooldownMs }),
      }
      return [tenant, entraKeys(address, { realNow, ...timing })] as const
    }),
  )
  const callers = [...TEAMS_CLIENTS, clientId]
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
    if (token === undefined) return refused('not-signed-in')
    if (token.length > LONGEST) return refused('token-refused')
    try {
      // Read before it is checked, only to choose between addresses that are ours to name.
      const keys = keysOf.get(tenantSaid(token) ?? home) ?? keysOf.get(home)
      if (!keys) return refused('token-refused')
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        clockTolerance: CLOCKS_DIFFER_S,
        currentDate: new Date(realNow()),
        requiredClaims: ['iss', 'aud', 'exp', 'nbf'],
      })
      const parsed = claims.safeParse(payload)
      if (!parsed.success) return refused('token-refused')
      const { aud, tid, iss, scp, idtyp, azp, oid, acct } = parsed.data
      if (aud !== clientId) return refused('token-refused')
      if (!tenants.includes(tid))
        return refused(iss === `${loginUrl}/${tid}/v2.0` ? 'wrong-organisation' : 'token-refused')
      if (iss !== `${loginUrl}/${tid}/v2.0`) return refused('token-refused')
      if (!scp.split(' ').includes(SCOPE) || idtyp === 'app') return refused('token-refused')
      if (!callers.includes(azp)) return refused('token-refused')
      return ok({ tenantId: tid, aadId: oid, isGuest: acct !== undefined && String(acct) !== '0' })
    } catch (error) {
      if (error instanceof errors.JOSEError) return refused('token-refused')
      throw error
    }
  }
}

const guid = z.string().check(z.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/))

/** Version 2 alone: a version 1 token has another issuer, and no `azp`. */
const claims = z.object({
  ver: z.literal('2.0'),
  aud: z.string(),
  iss: z.string(),
  tid: guid,
  oid: guid,
  scp: z.string(),
  azp: z.string(),
  /** An optional claim: "app" for a token of no person. */
  idtyp: z.optional(z.string()),
  /** An optional claim: 0 for a member of the tenant, 1 for a guest. */
  acct: z.optional(z.union([z.number(), z.string()])),
})

function tenantSaid(token: string): string | undefined {
  const { tid } = decodeJwt(token)
  return typeof tid === 'string' ? tid : undefined
}
