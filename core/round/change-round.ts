import type { RoundId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { ChangeRound } from './commands.ts'
import { membersFrom } from './members.ts'
import type { MembersRefused } from './members.ts'
import type { Round } from './round.ts'
import { knownTo, startRefused } from './set-up-round.ts'
import type { RoundSaved, StartRefused } from './set-up-round.ts'

export type ChangeRoundRefused =
  | 'no-such-round'
  | 'not-yours-to-set-up'
  | 'list-was-sent'
  | 'changed-meanwhile'
  | StartRefused
  | MembersRefused

/**
 * Changes a round until its long list was sent: theme, days, agencies, lead persons. Who approved a theme has
 * not approved another one: with a new theme the round waits for its approval again.
 */
export async function changeRound(
  deps: Deps,
  input: { readonly round: RoundId; readonly version?: number; readonly said: ChangeRound },
): Outcome<RoundSaved, ChangeRoundRefused> {
  const { reads, actor, today, calendar, ids } = deps
  const round = await reads.round(input.round)
  if (!round || !may.seeRound(actor, round)) return refused('no-such-round')
  if (!may.setUpRound(actor)) return refused('not-yours-to-set-up')
  if (input.version !== undefined && input.version !== round.version) return refused('changed-meanwhile')
  if (!may.changeRound(actor, round) || (round.state !== 'draft' && round.state !== 'approved'))
    return refused('list-was-sent')
  const { said } = input
  const wrong = startRefused(said.start, said.leftOut, calendar)
  if (wrong) return refused(wrong)
  const known = await knownTo(deps, round.members)
  const members = membersFrom(said.members, { round: round.id, before: round.members, known, today, ids })
  if (!members.ok) return members
  const changed = withTheme(round, said.theme)
  const { id, code, version } = round
  return ok({
    value: { id, code, version: version + 1 },
    writes: members.value.writes,
    changes: [
      {
        kind: 'round',
        round: {
          ...changed,
          sources: said.sources,
          start: said.start,
          leftOut: said.leftOut.toSorted(),
          members: members.value.members,
        },
      },
    ],
    happened: [{ kind: 'done', on: { kind: 'round', id }, deed: 'changed-round', post: null }],
  })
}

type Early = Extract<Round, { state: 'draft' | 'approved' }>

function withTheme(round: Early, theme: string): Early {
  if (round.state === 'draft' || round.theme === theme) return { ...round, theme }
  const { approval: _, ...facts } = round
  return { ...facts, theme, state: 'draft' }
}
