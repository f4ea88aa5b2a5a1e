import { escalationAnswerSchema } from '#core/escalation/commands.ts'
import type { EscalationAct, EscalationAnswer } from '#core/escalation/commands.ts'

type Data = Readonly<Record<string, unknown>>

/** What is done with an escalation in chat; all that opens a stage or ends it is done in the tab. */
const IN_CHAT: readonly unknown[] = [
  'promise',
  'say-kept',
  'confirm-kept',
  'give-feedback',
] satisfies EscalationAct[]

export function isEscalationPress({ deed }: Data): boolean {
  return IN_CHAT.includes(deed)
}

/** The typed answer of a card, or the sentence that says what is missing. */
export function toEscalationAnswer({ deed, what, who, by, feedback }: Data): EscalationAnswer | string {
  const answer = escalationAnswerSchema.safeParse({ deed, what, who, by, feedback })
  return answer.success ? answer.data : (answer.error.issues[0]?.message ?? 'Something is missing.')
}

/** The day that does not fit, with its sentence: what was typed stays on the card. */
export const WRONG_PROMISES: Readonly<Record<string, string>> = {
  'promise-day-past': 'That day has passed. Promise it for today or a later day.',
}
