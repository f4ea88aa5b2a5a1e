/** An Adaptive Card as JSON; the builders in `bot/cards` make them. */
export type CardJson = {
  readonly type: 'AdaptiveCard'
  readonly version: '1.5'
  readonly [key: string]: unknown
}

/** Where one person's personal chat with the bot is: our own row, not the SDK's reference. */
export type ConversationAddress = {
  readonly tenantId: string
  readonly userAadId: string
  readonly conversationId: string
  readonly serviceUrl: string
  readonly botId: string
}

/** What goes into a chat. `summary` is the notification: a verb and a reference, nothing else. */
export type Outgoing = { readonly card?: CardJson; readonly text?: string; readonly summary: string }

/**
 * Why a send has no success. `throttled`, `transient`, `blocked`, `not-installed`, `gone`, `too-large` and
 * `rejected` are clear answers: nothing was delivered. `unknown` is not (time-out, cut connection, 502, 504):
 * the message may be in the chat.
 */
export type SendFailure = {
  readonly ok: false
  readonly kind:
    | 'throttled'
    | 'transient'
    | 'blocked'
    | 'not-installed'
    | 'gone'
    | 'too-large'
    | 'rejected'
    | 'unknown'
  readonly status?: number
  readonly retryAfterMs?: number
}
export type SendResult = { readonly ok: true; readonly activityId: string } | SendFailure

/** One inbound HTTP request, free of any framework. */
export type InboundRequest = {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: unknown
}
export type InboundResponse = { readonly status: number; readonly body?: unknown }

/** The only way out to, and in from, Teams. Implemented by `bot/transport/botbuilder`. */
export interface BotTransport {
  /** `mayLeave` is asked last, right before the request goes out; when it says no, nothing does: `transient`. */
  send(to: ConversationAddress, message: Outgoing, mayLeave?: () => boolean): Promise<SendResult>
  update(to: ConversationAddress, activityId: string, message: Outgoing): Promise<SendResult>
  openPersonal(person: {
    tenantId: string
    userAadId: string
    serviceUrl: string
  }): Promise<{ readonly ok: true; readonly address: ConversationAddress } | SendFailure>
  /** Answers 401 for any failure of authentication, 400 for a body that is no activity; never throws. */
  handle(request: InboundRequest): Promise<InboundResponse>
}

/** Who pressed or typed, proved by the channel: never read from card data. */
export type BotUser = { readonly tenantId: string; readonly aadId: string }

export type CardAction = {
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
  readonly trigger: 'manual' | 'automatic'
  readonly user: BotUser
  /** The activity id of this press: the idempotency key. */
  readonly activityId: string
  readonly replyToId?: string
}

/** What a press gets back: a card in place of the old one, a line of text, or an error in plain words. */
export type CardAnswer =
  | { readonly kind: 'card'; readonly card: CardJson }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly status: 400 | 500; readonly code: string; readonly message: string }

/**
 * What the bot does with what comes in. Handlers are idempotent: Teams sends again when we are slow, then perhaps to
 * another process, and a caught request can be sent again later.
 */
export interface BotEvents {
  installed(address: ConversationAddress, activityId?: string): Promise<void>
  uninstalled(address: ConversationAddress, activityId?: string): Promise<void>
  message(
    address: ConversationAddress,
    message: { readonly text: string; readonly activityId: string; readonly user: BotUser },
  ): Promise<Outgoing | undefined>
  /** An `Action.Submit` from an old client: the card is replaced by an update of `replyToId`. */
  cardAction(action: CardAction): Promise<CardAnswer>
}
