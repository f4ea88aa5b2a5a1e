import type { Activity } from 'botframework-schema'

import type { Outgoing } from '../bot-transport.ts'

/** What goes into a chat as an activity: the card as its only attachment, and the line of the notification. */
export function messageActivity(message: Outgoing): Partial<Activity> {
  return {
    type: 'message',
    summary: message.summary,
    ...(message.text === undefined ? {} : { text: message.text }),
    ...(message.card === undefined
      ? {}
      : { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }] }),
  }
}
