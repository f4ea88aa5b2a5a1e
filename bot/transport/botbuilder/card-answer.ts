import type { CardAnswer } from '../bot-transport.ts'

/** The body of an answer to `adaptiveCard/action`; HTTP says 200 for all of them, or Teams shows its own error. */
type ActionAnswer = { readonly statusCode: number; readonly type: string; readonly value: unknown }

/** A press's answer in the words of the universal action model. */
export function actionAnswer(answer: CardAnswer): ActionAnswer {
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.card }
    case 'text':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text }
    case 'error':
      return {
        statusCode: answer.status,
        type: 'application/vnd.microsoft.error',
        value: { code: answer.code, message: answer.message },
      }
  }
}

/** What a person reads after a fault of ours. */
export const fault: CardAnswer = {
  kind: 'error',
  status: 500,
  code: 'fault',
  message: 'This did not work just now. Please try again in a few minutes.',
}

/** What a person reads when the answer takes longer than Teams waits: the card itself follows. */
export const workingOnIt: CardAnswer = {
  kind: 'text',
  text: 'Working on it. The card here changes when it is done; you need not press again.',
}

/** What a person reads when the press held nothing that we know. */
export const notUnderstood: CardAnswer = {
  kind: 'error',
  status: 400,
  code: 'not-understood',
  message: 'This card is too old to answer. Please open the case in Teams instead.',
}

/** What a person reads who presses a card in a group: what it would show is theirs alone. */
export const notHere: CardAnswer = {
  kind: 'error',
  status: 400,
  code: 'not-here',
  message: 'Please answer this in your own chat with the bot. What it says is for you alone.',
}
