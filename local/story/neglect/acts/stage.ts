import type { CaseId, PersonId, RoundId } from '#core/ids.ts'
import { refused } from '#core/result.ts'

import type { Played, Stage } from '../../story.ts'

/** The round of the example. */
export const CODE = 'N-2018-2'

export function personOf(id: string): PersonId {
  return id as PersonId
}

/** Goes on with the round as it is now. */
export async function onRound({ house }: Stage, then: (round: RoundId, version: number) => Played): Played {
  const round = await house.find.round(CODE)
  return round ? then(round.id, round.version) : refused('no-such-round')
}

/** Goes on with a case of the round. */
export async function onCase({ house }: Stage, reference: string, then: (id: CaseId) => Played): Played {
  const found = (await house.find.cases(CODE)).get(reference)
  return found ? then(found) : refused('no-such-case')
}
