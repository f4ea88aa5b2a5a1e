import type { ActionId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Open } from './action.ts'
import type { FanOutAction, RecordAction } from './commands.ts'
import { draftActions } from './draft-action.ts'
import type { DraftRefused } from './draft-action.ts'

export type RecordRefused = DraftRefused | 'not-yours-to-record'

/** Records an action from panel day (OLD-128). */
export async function recordAction(deps: Deps, said: RecordAction): Outcome<ActionId, RecordRefused> {
  if (!may.recordAction(deps.actor)) return refused('not-yours-to-record')
  const drafted = await draftActions(deps, said, [said.owner])
  if (!drafted.ok) return drafted
  const [draft] = drafted.value
  if (!draft) return refused('no-such-post')
  const action = { ...draft, number: await deps.reads.nextActionNumber() }
  return ok({ value: action.id, ...recordedAs([action]) })
}

/** What was recorded for how many agencies, under which number. */
export type FannedOut = { readonly parent: string; readonly actions: readonly ActionId[] }

/** Records "Partners to ...": one action for each agency under one number, A19/1, A19/2 (LEH-25, LEH-27). */
export async function fanOut(deps: Deps, said: FanOutAction): Outcome<FannedOut, RecordRefused> {
  if (!may.recordAction(deps.actor)) return refused('not-yours-to-record')
  const drafted = await draftActions(deps, said, said.owners)
  if (!drafted.ok) return drafted
  const parent = await deps.reads.nextActionNumber()
  const size = drafted.value.length
  const actions = drafted.value.map((draft, place) => ({
    ...draft,
    number: `${parent}/${place + 1}`,
    fanOut: { parent, size },
  }))
  return ok({ value: { parent, actions: actions.map(({ id }) => id) }, ...recordedAs(actions) })
}

function recordedAs(actions: readonly Open[]) {
  return {
    changes: actions.map((action) => ({ kind: 'action', action }) as const),
    happened: actions.map(({ id }) => ({ kind: 'action-recorded', action: id }) as const),
  }
}
