import { namesTheChild } from '../cases/case.ts'
import type { ActionId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Open } from './action.ts'
import type { RecordAction } from './commands.ts'

export type RecordRefused =
  | 'not-yours-to-record'
  | 'no-such-case'
  | 'no-such-post'
  | 'same-agency'
  | 'day-is-past'
  | 'names-the-child'

/**
 * Records an action from panel day (OLD-128). Owner and raiser are posts of different agencies (decisions.md
 * 2); what goes onto a card must not name the child.
 */
export async function recordAction(deps: Deps, said: RecordAction): Outcome<ActionId, RecordRefused> {
  const { reads, actor, now, today, ids } = deps
  if (!may.recordAction(actor)) return refused('not-yours-to-record')
  const of = await reads.case(said.case)
  if (!of) return refused('no-such-case')
  const posts = await reads.posts(of.id)
  const owner = posts.find(({ id }) => id === said.owner)
  const raiser = posts.find(({ id }) => id === said.raiser)
  const climb = owner && (await reads.climbOf(owner.id, of.id))
  if (!owner || !raiser || !climb) return refused('no-such-post')
  if (owner.id === raiser.id || (owner.agency !== null && owner.agency === raiser.agency))
    return refused('same-agency')
  if (said.due < today) return refused('day-is-past')
  const child = await reads.childOf(of.id)
  if (child && namesTheChild(said.what, child)) return refused('names-the-child')

  const action: Open = {
    id: ids.next<ActionId>(),
    number: await reads.nextActionNumber(),
    case: of.id,
    reference: of.reference,
    owner: owner.id,
    raiser: raiser.id,
    climb,
    what: said.what,
    help: said.help,
    due: said.due,
    recordedOn: today,
    opening: 1,
    chases: 0,
    version: 0,
    state: 'open',
    openedAt: now,
    again: null,
  }
  return ok({
    value: action.id,
    changes: [{ kind: 'action', action }],
    happened: [{ kind: 'action-recorded', action: action.id }],
  })
}
