import { raiseEscalationSchema } from '#core/escalation/commands.ts'
import type { RaiseEscalation } from '#core/escalation/commands.ts'
import type { PersonId } from '#core/ids.ts'

import { concernCard } from './cards/help-card.ts'
import { cannotRaiseCard, dangerCard, raisedCard, raiseForm } from './cards/raise-card.ts'
import type { Desk, Raising } from './desk.ts'
import type { CardAction, CardAnswer } from './transport/bot-transport.ts'

/**
 * Raising a concern in chat: first whether a child is in danger now, then one form, then its number alone. The way
 * is that of the tab; what does not fit is said, and what was typed stays on the card.
 */
export async function raisePress(desk: Desk, person: PersonId, action: CardAction): Promise<CardAnswer> {
  const around = await desk.around()
  if (action.data['form'] === 'first') return { kind: 'card', card: concernCard(around) }
  if (action.data['form'] === 'danger') return { kind: 'card', card: dangerCard(around) }
  const raising = await desk.raising(person)
  if (!raising || raising.others.length === 0) return { kind: 'card', card: cannotRaiseCard(around) }
  if (action.data['form'] !== 'send') return { kind: 'card', card: raiseForm(raising, around) }
  const said = toConcern(action.data, raising)
  if (typeof said === 'string') return wrong(said)
  // One card raises one concern: a second device and a second press get the answer of the first.
  const raised = await desk.raise(person, said, action.replyToId ?? action.activityId)
  return raised.ok ? { kind: 'card', card: raisedCard(raised.value, around) } : wrong(raised.says)
}

function wrong(message: string): CardAnswer {
  return { kind: 'error', status: 400, code: 'BadInput', message }
}

/** The concern as it was typed, or the sentence that says what is missing. */
function toConcern(data: CardAction['data'], { mine }: Raising): RaiseEscalation | string {
  const { concern, about, reference, addressee, interimSafety, due } = data
  const [first] = mine
  const parsed = raiseEscalationSchema.safeParse({
    danger: false,
    concern,
    about,
    reference: reference === undefined || reference === 'none' ? '' : reference,
    raiser: mine.length === 1 ? first?.id : data['raiser'],
    addressee,
    interimSafety,
    ...(due !== undefined && due !== '' && { due }),
  })
  return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'Something is missing.')
}
