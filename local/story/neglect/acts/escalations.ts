import { answerEscalation } from '#core/escalation/answer-escalation.ts'
import { raiseEscalation } from '#core/escalation/raise-escalation.ts'
import type { PostId } from '#core/ids.ts'
import { ok, refused } from '#core/result.ts'

import type { Played, Stage } from '../../story.ts'
import { concerns } from '../escalations.ts'
import type { ConcernNumber } from '../escalations.ts'
import type { EscalationSaid } from '../step.ts'
import { personOf } from './stage.ts'

export function raisesEscalation({ house }: Stage, by: string, number: ConcernNumber): Played {
  const { raiser, addressee, ...said } = concerns[number]
  return house.run(personOf(by), raiseEscalation, {
    danger: false,
    ...said,
    raiser: raiser as string as PostId,
    addressee: addressee as string as PostId,
  })
}

/** A child in danger now is refused with what to do; anything else would be a fault of the example. */
export async function raisesInDanger({ house }: Stage, by: string): Played {
  const { raiser, addressee, ...said } = concerns.X1
  const refusal = await house.run(personOf(by), raiseEscalation, {
    danger: true,
    ...said,
    raiser: raiser as string as PostId,
    addressee: addressee as string as PostId,
  })
  return !refusal.ok && refusal.reason === 'child-in-danger' ? ok(null) : refused('danger-was-stored')
}

export async function answersEscalation(
  { house }: Stage,
  by: string,
  { number, answer }: { readonly number: ConcernNumber; readonly answer: EscalationSaid },
): Played {
  const escalation = await house.find.escalation(number)
  return escalation
    ? house.run(personOf(by), answerEscalation, { escalation, answer })
    : refused('no-such-escalation')
}
