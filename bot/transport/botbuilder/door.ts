import type { AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector'
import * as z from 'zod/mini'

import { botbuilderActivity, type InboundActivity } from './inbound-activity.ts'
import { isAllowedServiceUrl } from './service-url.ts'
import type { Refusal, TransportRules } from './settings.ts'

export type Admission =
  | { readonly ok: true; readonly authentic: AuthenticateRequestResult; readonly tenantId: string }
  | { readonly ok: false; readonly status: 400 | 401 | 403; readonly why: Refusal }

/**
 * Who may come in: a token of the channel itself for this bot and this service URL (botbuilder's check), and
 * what botbuilder leaves open: the issuer is the connector and never the emulator, the channel is Teams, a
 * service URL is there and on the list, and the tenant is one of ours.
 */
export async function admit(
  inbound: InboundActivity,
  header: string,
  authentication: BotFrameworkAuthentication,
  rules: TransportRules,
): Promise<Admission> {
  if (inbound.serviceUrl === undefined) return refused(400, 'service-url')
  const listed = isAllowedServiceUrl(inbound.serviceUrl, rules.allowedServiceUrls)
  if (!rules.anonymous) {
    if (header === '') return refused(401, 'no-token')
    if (issuerOf(header) !== rules.issuer) return refused(401, 'foreign-issuer')
    if (inbound.channelId !== 'msteams') return refused(401, 'wrong-channel')
  }
  if (!listed) return refused(401, 'service-url')
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

/**
 * Any error is a refusal: botbuilder throws a bare error for a bad signature, and its fetch of the channel's
 * keys has no time-out of its own.
 */
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

const Claims = z.object({ iss: z.string() })

/** The issuer that a bearer token claims, unproved. It only decides which tokens get as far as the proof. */
function issuerOf(header: string): string | undefined {
  const claims = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(header)?.[1]
  if (claims === undefined) return undefined
  try {
    const parsed = Claims.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')))
    return parsed.success ? parsed.data.iss : undefined
  } catch {
    return undefined
  }
}
