import type { PersonId, PostId, RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { refused } from '../result.ts'
import type { CopyRound, MemberInput } from './commands.ts'
import type { Round } from './round.ts'
import { isLoopForAll, setUpRound } from './set-up-round.ts'
import type { RoundSaved, SetUpRefused } from './set-up-round.ts'

export type CopyRefused = 'no-such-round' | SetUpRefused

/** A new draft with the agencies, lead persons of today and collators of an earlier round. */
export async function copyRound(
  deps: Deps,
  { round: id, said }: { readonly round: RoundId; readonly said: CopyRound },
): Outcome<RoundSaved, CopyRefused> {
  const round = await deps.reads.round(id)
  if (!round || !may.seeRound(deps.actor, round)) return refused('no-such-round')
  const holders = await deps.reads.rounds.holdersOf(round.members.map(({ lead }) => lead))
  return setUpRound(deps, {
    ...said,
    method: round.method.id,
    loopForAll: isLoopForAll(round.method),
    members: membersAgain(round, holders),
  })
}

/** Where nobody holds the post any more, nobody's seniority was declared. */
export function membersAgain(
  { members }: Pick<Round, 'members'>,
  holders: ReadonlyMap<PostId, PersonId>,
): MemberInput[] {
  return members.map(({ agency, name, lead, jobTitle, senior, collator }) => {
    const person = holders.get(lead)
    return {
      agency,
      name,
      collator: members.find((other) => other.agency === collator)?.name ?? null,
      lead: person === undefined ? null : { person },
      jobTitle: person === undefined ? '' : jobTitle,
      senior: person !== undefined && senior,
    }
  })
}
