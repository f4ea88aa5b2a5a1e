import type { PersonId, PostId, ReturnId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { memberOf } from '../round/round.ts'
import type { Write } from '../writes.ts'
import type { Invited } from './commands.ts'
import { done } from './writing.ts'

export type InviteRefused = 'no-such-return' | 'not-yours-to-invite' | 'already-invited' | 'changed-meanwhile'

type ContributorInvited = {
  readonly return: ReturnId
  readonly version: number
  readonly post: PostId
  readonly person: PersonId
}

/**
 * The lead person invites a colleague, a school or a practice to this one return: somebody who is known, or
 * somebody by mail (decisions.md 7). They see nothing else.
 */
export async function inviteContributor(
  { reads, actor, today, ids }: Deps,
  input: {
    readonly return: ReturnId
    readonly version?: number
    readonly who: { readonly person: PersonId } | Invited
  },
): Outcome<ContributorInvited, InviteRefused> {
  const of = await reads.return(input.return)
  if (!of || !may.seeReturn(actor, of)) return refused('no-such-return')
  if (!may.invite(actor, of)) return refused('not-yours-to-invite')
  if (input.version !== undefined && input.version !== of.version) return refused('changed-meanwhile')

  const { who } = input
  const known = 'person' in who ? who.person : await reads.personWithMail(who.mail)
  const own = await reads.personsHolding([of.lead, ...of.contributors])
  if (known && own.includes(known)) return refused('already-invited')

  const post = ids.next<PostId>()
  const person = known ?? ids.next<PersonId>()
  const round = await reads.round(of.round)
  const agency = (round && memberOf(round, of.agency)?.name) ?? 'the agency'
  const added: Write[] =
    known || 'person' in who ? [] : [{ kind: 'person', person: { ...who, id: person, road: 'mail' } }]
  return ok({
    value: { return: of.id, version: of.version + 1, post, person },
    writes: [
      ...added,
      {
        kind: 'post',
        id: post,
        post: 'contributor',
        title: `Contributor for ${agency}, ${of.reference}`,
        agency: of.agency,
        case: of.case,
        round: of.round,
      },
      { kind: 'holding', post, person, as: 'holder', from: today },
    ],
    changes: [{ kind: 'return', return: { ...of, contributors: [...of.contributors, post] } }],
    happened: [done(of, 'invited-contributor', of.lead)],
  })
}
