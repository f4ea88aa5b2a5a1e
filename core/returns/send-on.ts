import type { DeedDone } from '../happened.ts'
import type { CollationId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { accepts, inputsOf, notIn, sendsOn } from './decide.ts'
import type { PartName, Return } from './return.ts'
import { done } from './writing.ts'

export type SendOnRefused =
  | 'no-such-collation'
  | 'not-yours-to-send-on'
  | 'was-sent-on'
  | 'not-open-yet'
  | 'inputs-missing'
  | 'changed-meanwhile'

/**
 * The collator sends its agencies' returns on with the shared view of the impact (OLD-117): what was sent to it
 * is accepted by that. Refused while an agency has not sent, unless it is sent on `anyway`, which the view says.
 */
export async function sendOn(
  { reads, actor, now }: Deps,
  input: {
    readonly collation: CollationId
    readonly version?: number
    readonly statement: string
    readonly anyway: boolean
  },
): Outcome<{ readonly collation: CollationId; readonly version: number }, SendOnRefused> {
  const of = await reads.collation(input.collation)
  if (!of || !may.seeCollation(actor, of)) return refused('no-such-collation')
  if (!actor.posts.has(of.lead)) return refused('not-yours-to-send-on')
  if (input.version !== undefined && input.version !== of.version) return refused('changed-meanwhile')
  if (!may.sendOn(actor, of)) return refused('was-sent-on')
  if (of.opensAt > now) return refused('not-open-yet')
  const inputs = inputsOf(of, await reads.returnsOf(of.case))
  if (notIn(inputs).length > 0 && !input.anyway) return refused('inputs-missing')
  const decision = sendsOn(of, input.statement, now)
  if (!decision.ok) return decision
  const accepted = inputs.map(acceptAll)
  return ok({
    value: { collation: of.id, version: of.version + 1 },
    changes: [
      { kind: 'collation', collation: decision.value },
      ...accepted.map(({ after }) => ({ kind: 'return', return: after }) as const),
    ],
    happened: [
      { kind: 'done', on: { kind: 'collation', id: of.id }, deed: 'sent-on', post: of.lead },
      ...accepted.flatMap(({ happened }) => happened),
    ],
  })
}

const PARTS: readonly PartName[] = ['chronology', 'evaluation']

/** A return that the partnership reads from now on, with what was sent of it accepted. */
function acceptAll(before: Return): { after: Return; happened: readonly DeedDone<'return'>[] } {
  let after: Return = { ...before, way: 'sent-on' }
  const happened: DeedDone<'return'>[] = []
  for (const part of PARTS) {
    const accepted = accepts(after, part)
    if (!accepted.ok) continue
    after = accepted.value
    happened.push(done(before, `accepted-${part}`, before.owedTo))
  }
  return { after, happened }
}
