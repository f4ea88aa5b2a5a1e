import type { TurnContext } from 'botbuilder'

import type {
  BotEvents,
  BotTransport,
  BotUser,
  CardAnswer,
  ConversationAddress,
  Outgoing,
  SendResult,
} from '../bot-transport.ts'
import { actionAnswer, fault, notHere, notUnderstood, workingOnIt } from './card-answer.ts'
import { parseExecute, parseSubmit, type InboundActivity, type Press } from './inbound-activity.ts'
import { post, replace } from './outbound.ts'
import { sendFailure } from './send-failure.ts'
import type { TransportIncident, TransportRules } from './settings.ts'

/** One activity that was admitted, and what is needed to act on it. */
type Turn = {
  readonly inbound: InboundActivity
  readonly tenantId: string
  readonly context: TurnContext
  readonly events: BotEvents
  readonly report: (incident: TransportIncident) => void
  /** Calls after the turn has ended, when the answer took longer than Teams waits. */
  readonly later: Pick<BotTransport, 'send' | 'update'>
  /** For how long a press may take before it is answered with "working on it", in milliseconds. */
  readonly patienceMs: number
  readonly turnToAnswer: TransportRules['turnToAnswer']
  readonly throttled: TransportRules['throttled']
}

/**
 * Brings an activity to the bot's events and the answer back. Resolves to false when a press failed by a fault
 * of ours (the person has been told); throws when any other event fails. What isn't for us is left alone.
 */
export async function takeTurn(turn: Turn): Promise<boolean> {
  const { inbound } = turn
  if (inbound.type === 'invoke' && inbound.name === 'adaptiveCard/action') return pressed(turn)
  if (inbound.type === 'message') {
    const submit = parseSubmit(inbound.value)
    if (submit !== undefined) return submitted(turn, submit)
    await typed(turn)
  }
  if (inbound.type === 'installationUpdate') await installation(turn, inbound.action)
  if (inbound.type === 'conversationUpdate') await membership(turn)
  return true
}

async function pressed(turn: Turn): Promise<boolean> {
  const press = parseExecute(turn.inbound.value)
  const { answer, final } =
    press === undefined ? { answer: notUnderstood, final: true } : await askInTime(turn, press)
  const value = { status: 200, body: actionAnswer(answer) }
  await turn.context.sendActivity({ type: 'invokeResponse', value })
  return final
}

/**
 * Teams gives up after some ten seconds, and sends again. What takes longer than we let it is answered at once in
 * words, goes on, and puts its outcome in the place of the card.
 */
async function askInTime(turn: Turn, press: Press): Promise<{ answer: CardAnswer; final: boolean }> {
  const asked = ask(turn, press)
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), turn.patienceMs)
  const first = await Promise.race([asked, late.promise])
  clearTimeout(timer)
  if (first !== 'late') return first
  const address = personalAddress(turn)
  void asked.then(({ answer }) => tellLater(turn, address, answer))
  return { answer: workingOnIt, final: true }
}

async function tellLater(
  turn: Turn,
  address: ConversationAddress | undefined,
  answer: CardAnswer,
): Promise<void> {
  if (address === undefined) return
  const { later } = turn
  const { replyToId } = turn.inbound
  const message = outgoingOf(answer)
  await inItsTurn(turn, () =>
    answer.kind === 'card' && replyToId !== undefined
      ? later.update(address, replyToId, message)
      : later.send(address, message),
  )
}

function outgoingOf(answer: CardAnswer): Outgoing {
  if (answer.kind === 'card') return { card: answer.card, summary: notificationOf(answer.card) }
  const text = answer.kind === 'text' ? answer.text : answer.message
  return { text, summary: text }
}

/** An old client can't show what we return, so the card it pressed is replaced by an update. */
async function submitted(turn: Turn, press: Press): Promise<boolean> {
  const { answer, final } = await ask(turn, press)
  const { replyToId } = turn.inbound
  const message = outgoingOf(answer)
  await reply(turn, (context) =>
    replyToId === undefined || answer.kind !== 'card'
      ? post(context, message)
      : replace(context, replyToId, message),
  )
  return final
}

async function ask(turn: Turn, press: Press): Promise<{ answer: CardAnswer; final: boolean }> {
  const user = userOf(turn)
  const { id: activityId, replyToId } = turn.inbound
  if (user === undefined || activityId === undefined) return { answer: notUnderstood, final: true }
  if (!isOwnChat(turn)) return { answer: notHere, final: true }
  const action = { ...press, user, activityId, ...(replyToId === undefined ? {} : { replyToId }) }
  try {
    return { answer: await turn.events.cardAction(action), final: true }
  } catch (error) {
    turn.report({ what: 'handler-failed', error })
    return { answer: fault, final: false }
  }
}

async function typed(turn: Turn): Promise<void> {
  const address = personalAddress(turn)
  const user = userOf(turn)
  const text = turn.inbound.text?.trim() ?? ''
  const activityId = turn.inbound.id
  if (address === undefined || user === undefined || activityId === undefined || text === '') return
  const answer = await turn.events.message(address, { text, activityId, user })
  if (answer !== undefined) await reply(turn, (context) => post(context, answer))
}

/** `add-upgrade` says that the app is there; `remove-upgrade` that a newer one follows, so nobody leaves. */
async function installation(turn: Turn, action: string | undefined): Promise<void> {
  const address = personalAddress(turn)
  if (address === undefined) return
  const { id } = turn.inbound
  if (action === 'add' || action === 'add-upgrade') await turn.events.installed(address, id)
  if (action === 'remove') await turn.events.uninstalled(address, id)
}

async function membership(turn: Turn): Promise<void> {
  const address = personalAddress(turn)
  if (address === undefined) return
  const isBot = (member: { readonly id: string }) => member.id === address.botId
  const { id, membersAdded, membersRemoved } = turn.inbound
  if (membersAdded?.some(isBot)) await turn.events.installed(address, id)
  if (membersRemoved?.some(isBot)) await turn.events.uninstalled(address, id)
}

async function reply(turn: Turn, act: (context: TurnContext) => Promise<SendResult>): Promise<void> {
  await inItsTurn(turn, () => act(turn.context).catch(sendFailure))
}

/** For so long nothing goes to a tenant that asks for silence and says no time. */
const A_MOMENT_MS = 1000

/**
 * A reply counts under the limits of Teams, like every call. One that fails is told to the log, not to Teams:
 * sending the activity again would not help it.
 */
async function inItsTurn(
  { inbound, tenantId, turnToAnswer, throttled, report }: Turn,
  act: () => Promise<SendResult>,
): Promise<void> {
  const ended = await turnToAnswer({ tenant: tenantId, chat: inbound.conversation?.id ?? '' })
  if (ended === undefined) {
    report({ what: 'reply-failed', why: 'throttled' })
    return
  }
  try {
    const result = await act()
    if (result.ok) return
    report({ what: 'reply-failed', why: result.kind })
    if (result.kind === 'throttled') throttled(tenantId, result.retryAfterMs ?? A_MOMENT_MS)
  } finally {
    ended()
  }
}

function userOf({ inbound, tenantId }: Turn): BotUser | undefined {
  const aadId = inbound.from?.aadObjectId
  return aadId === undefined ? undefined : { tenantId, aadId }
}

/** A person's own chat with the bot: no group, no channel. */
function isOwnChat({ inbound: { conversation } }: Turn): boolean {
  return (conversation?.conversationType ?? 'personal') === 'personal' && conversation?.isGroup !== true
}

/** Where this person's own chat is; undefined in a group or a channel. */
function personalAddress(turn: Turn): ConversationAddress | undefined {
  const { inbound, tenantId } = turn
  const { conversation, serviceUrl, recipient } = inbound
  const added = inbound.membersAdded?.find((member) => member.aadObjectId !== undefined)
  const userAadId = inbound.from?.aadObjectId ?? added?.aadObjectId
  if (conversation === undefined || serviceUrl === undefined || recipient === undefined) return undefined
  if (userAadId === undefined || !isOwnChat(turn)) return undefined
  return { tenantId, userAadId, conversationId: conversation.id, serviceUrl, botId: recipient.id }
}

function notificationOf(card: { readonly [key: string]: unknown }): string {
  const fallback = card['fallbackText']
  return typeof fallback === 'string' ? fallback : 'Your answer is in the chat'
}
