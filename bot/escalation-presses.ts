import { escalationAnswerSchema } from '#core/escalation/commands.ts'
import type { EscalationAct, EscalationAnswer } from '#core/escalation/commands.ts'

type Data = Readonly<Record<string, unknown>>

/** What is done with an escalation in chat; all that opens a stage or ends it is done in the tab. */
export type EscalationInChat = Extract<
  EscalationAct,
  'promise' | 'say-kept' | 'confirm-kept' | 'give-feedback' | 'hear-feedback' | 'wait-on'
>

/** The typed answer of a card, or the sentence that says what is missing. */
export function toEscalationAnswer({
  deed,
  what,
  who,
  by,
  feedback,
  waitsFor,
}: Data): EscalationAnswer | string {
  const answer = escalationAnswerSchema.safeParse({ deed, what, who, by, feedback, waitsFor })
  return answer.success ? answer.data : (answer.error.issues[0]?.message ?? 'Something is missing.')
}

/** The day that does not fit, with its sentence: what was typed stays on the card. */
export const WRONG_PROMISES: Readonly<Record<string, string>> = {
  'promise-day-past': 'That day has passed. Promise it for today or a later day.',
}
