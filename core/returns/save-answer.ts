import { timeOf } from '../calendar/moment.ts'
import type { ReturnId } from '../ids.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { fieldsOf, partOfField, takes } from './fields.ts'
import { toWrite, wroteIn } from './writing.ts'
import type { WriteRefused } from './writing.ts'

export type AnswerFieldRefused = WriteRefused | 'no-such-field' | 'not-an-answer'

/** A field as it was saved: its version goes back with the next change. `at`: "11:42". */
type SavedAnswer = { readonly field: string; readonly version: number; readonly at: string }

/**
 * Writes one field of a return. `version` is the one that was read, 0 when there was none: a text that somebody
 * else changed meanwhile is never overwritten.
 */
export async function saveAnswer(
  deps: Deps,
  input: {
    readonly return: ReturnId
    readonly field: string
    readonly text: string
    readonly version: number
  },
): Outcome<SavedAnswer, AnswerFieldRefused> {
  const { reads, actor, now } = deps
  const { field, text, version } = input
  const part = partOfField(field)
  const found = toWrite(actor, await reads.return(input.return), part, now)
  if (!found.ok) return found
  const { of, post } = found.value
  const frame = await reads.frameOf(of.round)
  const kind = frame && fieldsOf(frame.method).get(field)
  if (!kind) return refused('no-such-field')
  if (!takes(kind, text)) return refused('not-an-answer')
  const before = await reads.answer(of.id, field)
  if ((before?.version ?? 0) !== version) return refused('changed-meanwhile')
  return ok({
    value: { field, version: version + 1, at: timeOf(now) },
    writes: [{ kind: 'answer', return: of.id, field, text, version }],
    ...(await wroteIn(deps, of, part, post)),
  })
}
