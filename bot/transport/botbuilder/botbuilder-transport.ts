import type { BotEvents, BotTransport, InboundRequest, InboundResponse } from '../bot-transport.ts'
import { TurnAdapter } from './adapter.ts'
import { OneAttemptAuthentication } from './authentication.ts'
import { channelKeys } from './channel-keys.ts'
import { admit, type Admission } from './door.ts'
import { botbuilderActivity, parseInboundActivity, type InboundActivity } from './inbound-activity.ts'
import { createOutbound } from './outbound.ts'
import { useOwnKeys } from './own-keys.ts'
import { createReplay, type Outcome } from './replay.ts'
import { rulesFrom, type BotbuilderSettings, type Refusal } from './settings.ts'
import { takeTurn } from './turn.ts'

/**
 * The transport on botbuilder's CloudAdapter. One attempt for every outgoing call; every activity handled once.
 * Throws only here, on settings that would leave a door open.
 */
export function createBotbuilderTransport(settings: BotbuilderSettings, events: BotEvents): BotTransport {
  const rules = rulesFrom(settings)
  const keys = channelKeys(rules.openIdMetadataUrl, rules.deadlineMs)
  useOwnKeys(rules.openIdMetadataUrl, keys)
  const authentication = new OneAttemptAuthentication(rules)
  const adapter = new TurnAdapter(authentication)
  const replay = createReplay()
  const outbound = createOutbound(adapter, rules)

  function refuse(status: number, why: Refusal): InboundResponse {
    rules.report({ what: 'refused', why })
    return { status }
  }

  async function receive(request: InboundRequest): Promise<InboundResponse> {
    const inbound = parseInboundActivity(request.body)
    if (inbound === undefined) return refuse(400, 'not-an-activity')
    const admission = await admit(inbound, authorisation(request), authentication, keys, rules)
    if (!admission.ok) return refuse(admission.status, admission.why)
    const key = keyOf(inbound)
    const work = () => turn(inbound, admission)
    return key === undefined ? (await work()).response : replay.once(key, work)
  }

  async function turn(
    inbound: InboundActivity,
    { authentic, tenantId }: Extract<Admission, { ok: true }>,
  ): Promise<Outcome> {
    let final = true
    const answer = await adapter.turn(authentic, botbuilderActivity(inbound), async (context) => {
      const { report, patienceMs, turnToAnswer, throttled } = rules
      const later = outbound
      final = await takeTurn({
        inbound,
        tenantId,
        context,
        events,
        report,
        later,
        patienceMs,
        turnToAnswer,
        throttled,
      })
    })
    return { response: answer === undefined ? { status: 200 } : responseOf(answer), final }
  }

  return {
    ...outbound,
    async handle(request) {
      try {
        return await receive(request)
      } catch (error) {
        rules.report({ what: 'handler-failed', error })
        return { status: 500 }
      }
    },
  }
}

function authorisation({ headers }: InboundRequest): string {
  return headers['authorization'] ?? headers['Authorization'] ?? ''
}

/** The person is part of the key: a forged second activity with the same id never gets another's card. */
function keyOf({ conversation, id, from }: InboundActivity): string | undefined {
  return conversation === undefined || id === undefined
    ? undefined
    : JSON.stringify([conversation.id, id, from?.aadObjectId])
}

function responseOf(answer: { readonly status: number; readonly body?: unknown }): InboundResponse {
  return answer.body === undefined ? { status: answer.status } : { status: answer.status, body: answer.body }
}
