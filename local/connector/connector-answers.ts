import * as z from 'zod/mini'

/** Microsoft's error body, with the status that goes with it. */
export type ConnectorError = {
  readonly status: 400 | 401 | 403 | 404 | 413
  readonly body: { readonly error: { readonly code: string; readonly message: string } }
}

/** What the Bot Connector says no with; codes and words are Microsoft's. */
export const connectorErrors = {
  unauthorised: no(401, 'Unauthorized', 'Authorization has been denied for this request.'),
  badBody: no(400, 'BadSyntax', 'The request body could not be read.'),
  groupChat: no(400, 'BadArgument', 'Only personal chats can be created here.'),
  unknownPerson: no(400, 'BadSyntax', 'Invalid user identity in provided tenant'),
  notInstalled: no(403, 'ForbiddenOperationException', "The bot is not installed in user's personal scope"),
  conversation: no(404, 'ConversationNotFound', 'Conversation not found.'),
  activity: no(404, 'ActivityNotFoundInConversation', 'Message does not exist in the thread.'),
  member: no(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.'),
  tooLarge: no(413, 'MessageSizeTooBig', 'Message size too large.'),
} as const

/** Teams takes about 100 KB, counted as UTF-16. */
export const isTooLarge = (body: string) => body.length * 2 > 100 * 1024

export type ActivityBody = z.infer<typeof activityBody>
export type CreateBody = z.infer<typeof createBody>

/** Undefined: not an activity. */
export const parseActivity = (text: string): ActivityBody | undefined => parsed(activityBody, text)

/** Undefined: not the parameters of a conversation. */
export const parseCreate = (text: string): CreateBody | undefined => parsed(createBody, text)

const activityBody = z.looseObject({ type: z.string().check(z.minLength(1)) })

const createBody = z.looseObject({
  isGroup: z.optional(z.boolean()),
  members: z.tuple([z.looseObject({ id: z.string().check(z.minLength(1)) })]),
  tenantId: z.optional(z.string()),
  channelData: z.optional(z.looseObject({ tenant: z.optional(z.looseObject({ id: z.string() })) })),
  activity: z.optional(activityBody),
})

function parsed<Schema extends z.core.$ZodType>(schema: Schema, text: string): z.infer<Schema> | undefined {
  try {
    const result = z.safeParse(schema, JSON.parse(text))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

function no(status: ConnectorError['status'], code: string, message: string): ConnectorError {
  return { status, body: { error: { code, message } } }
}
