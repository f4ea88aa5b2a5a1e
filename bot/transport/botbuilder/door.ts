import { createPublicKey } from 'node:crypto'

import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector'
import { decodeJwt, errors, jwtVerify } from 'jose'

import type { ChannelKeys } from './channel-keys.ts'
import { botbuilderActivity, type InboundActivity } from './inbound-activity.ts'
import { isAllowedServiceUrl } from './service-url.ts'
import type { Refusal, TransportRules } from './settings.ts'

export type Admission =
  | { readonly ok: true; readonly authentic: AuthenticateRequestResult; readonly tenantId: string }
  | { readonly ok: false; readonly status: 400 | 401 | 403; readonly why: Refusal }

/**
 * Who may come in: a token of the channel itself for this bot (our check and botbuilder's) and this service URL
 * (botbuilder's), and what botbuilder leaves open: the issuer is the connector and never the emulator, the channel
 * is Teams, a service URL is there and on the list, and the tenant is one of ours.
 */
export async function admit(
  inbound: InboundActivity,
  header: string,
  authentication: BotFrameworkAuthentication,
  keys: ChannelKeys,
  rules: TransportRules,
): Promise<Admission> {
  if (inbound.serviceUrl === undefined) return refused(400, 'service-url')
  const listed = isAllowedServiceUrl(inbound.serviceUrl, rules.allowedServiceUrls)
  if (!rules.anonymous) {
    if (header === '') return refused(401, 'no-token')
    if (issuerOf(tokenIn(header)) !== rules.issuer) return refused(401, 'foreign-issuer')
    if (inbound.channelId !== 'msteams') return refused(401, 'wrong-channel')
  }
  if (!listed) return refused(401, 'service-url')
  if (!rules.anonymous && !(await isOfTheChannel(tokenIn(header), keys, rules)))
    return refused(401, 'token-refused')
  const authentic = await verify(inbound, header, authentication, rules.deadlineMs)
  if (authentic === undefined) return refused(401, 'token-refused')
  const tenantId = tenantOf(inbound)
  if (rules.anonymous) return { ok: true, authentic, tenantId: tenantId ?? rules.tenantId }
  if (tenantId === undefined || !rules.tenants.includes(tenantId)) return refused(403, 'tenant')
  return { ok: true, authentic, tenantId }
}

function refused(status: 400 | 401 | 403, why: Refusal): Admission {
  return { ok: false, status, why }
}

/** Any error is a refusal, and so is what takes too long. */
async function verify(
  inbound: InboundActivity,
  header: string,
  authentication: BotFrameworkAuthentication,
  deadlineMs: number,
): Promise<AuthenticateRequestResult | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), deadlineMs)
  try {
    return await Promise.race([
      authentication.authenticateRequest(botbuilderActivity(inbound), header),
      late.promise,
    ])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** The tenant that the activity names; undefined when it names none, or two that differ. */
function tenantOf(inbound: InboundActivity): string | undefined {
  const named = [inbound.conversation?.tenantId, inbound.channelData?.tenant?.id].filter(
    (id) => id !== undefined,
  )
  return new Set(named).size === 1 ? named[0] : undefined
}

function tokenIn(header: string): string {
  return /^Bearer (\S+)$/.exec(header)?.[1] ?? ''
}

/** As botbuilder allows for; clocks differ. */
const CLOCKS_DIFFER_S = 300

/**
 * Our own proof, before botbuilder's: the channel signs with RS256 under a key for Teams, and its tokens end.
 * botbuilder takes other algorithms and tokens without an end, and prints to the console what it refuses.
 */
async function isOfTheChannel(token: string, keys: ChannelKeys, rules: TransportRules): Promise<boolean> {
  const keyOf = async ({ kid }: { readonly kid?: string }) => {
    const found = await keys.getKey(kid)
    if (!found) throw new errors.JWKSNoMatchingKey()
    return createPublicKey(found.key)
  }
  try {
    await jwtVerify(token, keyOf, {
      algorithms: ['RS256'],
      issuer: rules.issuer,
      audience: rules.appId,
      clockTolerance: CLOCKS_DIFFER_S,
      requiredClaims: ['exp'],
    })
    return true
  } catch {
    return false
  }
}

/** The issuer that a token claims, unproved: it only decides which tokens get as far as the proof. */
function issuerOf(token: string): string | undefined {
  try {
    return decodeJwt(token).iss
  } catch {
    return undefined
  }
}
