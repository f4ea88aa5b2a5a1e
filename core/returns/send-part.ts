import type { ReturnId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import type { Result } from '../result.ts'
import type { Signing } from './commands.ts'
import { sendsChronology, sendsEvaluation } from './decide.ts'
import { missingInChronology, missingInEvaluation } from './missing.ts'
import type { PartName, Return } from './return.ts'
import { done, toWrite } from './writing.ts'
import type { WriteRefused } from './writing.ts'

export type SendRefused = WriteRefused | 'not-yours-to-send' | 'nothing-written' | 'not-complete'

/** The return as saved. */
export type ReturnSaved = { readonly return: ReturnId; readonly version: number }

type Which = { readonly return: ReturnId; readonly version?: number }

/** The lead person sends the chronology: with an entry, or saying that there is nothing to record. */
export async function sendChronology(deps: Deps, input: Which): Outcome<ReturnSaved, SendRefused> {
  const { reads, now } = deps
  const found = await toSend(deps, input, 'chronology')
  if (!found.ok) return found
  const of = found.value
  const { entries, answers } = await reads.writtenIn(of.id)
  if (missingInChronology(entries.length, textOf(answers)).length > 0) return refused('nothing-written')
  return sent(of, 'sent-chronology', sendsChronology(of, now))
}

/** The lead person signs off and sends the evaluation: nothing that the method asks for is unanswered. */
export async function sendEvaluation(
  deps: Deps,
  input: Which & { readonly signing: Signing },
): Outcome<ReturnSaved, SendRefused> {
  const { reads, now } = deps
  const found = await toSend(deps, input, 'evaluation')
  if (!found.ok) return found
  const of = found.value
  const frame = await reads.frameOf(of.round)
  if (!frame) return refused('no-such-return')
  const { tool, documents } = frame.method
  const { answers } = await reads.writtenIn(of.id)
  if (missingInEvaluation({ ...tool, documents }, textOf(answers)).length > 0) return refused('not-complete')
  return sent(of, 'sent-evaluation', sendsEvaluation(of, input.signing, now))
}

async function toSend(
  { reads, actor, now }: Deps,
  { return: id, version }: Which,
  part: PartName,
): Promise<Result<Return, SendRefused>> {
  const found = toWrite(actor, await reads.return(id), part, now)
  if (!found.ok) return found
  const { of } = found.value
  if (!may.sendReturn(actor, of, part, now)) return refused('not-yours-to-send')
  return version !== undefined && version !== of.version ? refused('changed-meanwhile') : ok(of)
}

function sent(
  before: Return,
  deed: 'sent-chronology' | 'sent-evaluation',
  decision: Result<Return, 'was-sent'>,
) {
  if (!decision.ok) return decision
  return ok({
    value: { return: before.id, version: before.version + 1 },
    changes: [{ kind: 'return', return: decision.value } as const],
    happened: [done(before, deed, before.lead)],
  })
}

function textOf(answers: readonly { readonly field: string; readonly text: string }[]) {
  const texts = new Map(answers.map(({ field, text }) => [field, text]))
  return (field: string): string => texts.get(field) ?? ''
}
