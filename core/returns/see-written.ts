import type { Day } from '../calendar/day.ts'
import { momentInWords } from '../calendar/words.ts'
import type { CaseMaterial, Happened } from '../happened.ts'
import type { CollationId, ReturnId } from '../ids.ts'
import { may } from '../people/may.ts'
import type { Deps, Outcome } from '../ports.ts'
import { ok, refused } from '../result.ts'
import { inputsOf } from './decide.ts'
import { partOfField } from './fields.ts'
import { lookBackFrom } from './look-back.ts'
import type { Return } from './return.ts'
import type { AnswerView, CollationContent, EntryView, ReturnContent } from './views.ts'
import type { WrittenAnswer, WrittenEntry } from './written.ts'

/** Shows what is written in a return, part by part as it may be read. The view is audited before it leaves. */
export async function seeWritten(
  { reads, actor, today }: Deps,
  { return: id }: { readonly return: ReturnId },
): Outcome<ReturnContent, 'no-such-return'> {
  const of = await reads.return(id)
  if (!of || !may.seeReturn(actor, of)) return refused('no-such-return')
  const frame = await reads.frameOf(of.round)
  if (!frame) return refused('no-such-return')
  const from = lookBackFrom(frame.start, frame.method.sample.lookBackMonths)
  const { entries, answers } = await reads.writtenIn(id)
  const readable = {
    chronology: may.readReturn(actor, of, 'chronology'),
    evaluation: may.readReturn(actor, of, 'evaluation'),
  }
  return ok({
    value: {
      entries: readable.chronology ? entries.map((each) => entryView(each, from, today)) : null,
      answers:
        readable.chronology || readable.evaluation
          ? answers.filter(({ field }) => readable[partOfField(field)]).map((each) => answerView(each, today))
          : null,
    },
    changes: [],
    happened: [
      ...(readable.chronology ? [seen(of, 'chronology')] : []),
      ...(readable.evaluation ? [seen(of, 'evaluation')] : []),
    ],
  })
}

/** Shows what the agencies of a collation sent, side by side. The view is audited before it leaves. */
export async function seeCollated(
  { reads, actor }: Deps,
  { collation: id }: { readonly collation: CollationId },
): Outcome<CollationContent, 'no-such-collation'> {
  const of = await reads.collation(id)
  if (!of || !may.seeCollation(actor, of)) return refused('no-such-collation')
  const inputs: CollationContent['inputs'] = []
  const happened: Happened[] = []
  for (const each of inputsOf(of, await reads.returnsOf(of.case))) {
    if (each.scope !== 'in' || !('signOff' in each.evaluation)) continue
    if (!may.readReturn(actor, each, 'evaluation')) continue
    const { answers } = await reads.writtenIn(each.id)
    const text = (field: string) => answers.find((answer) => answer.field === field)?.text ?? ''
    const { grade, signOff } = each.evaluation
    inputs.push({
      return: each.id,
      grade,
      performance: signOff.performance,
      impact: signOff.impact,
      strengths: text('strengths'),
      improvements: text('improvements'),
      difference: text('difference'),
    })
    happened.push(seen(each, 'evaluation'))
  }
  return ok({ value: { inputs }, changes: [], happened })
}

function seen(of: Return, what: CaseMaterial): Happened {
  return { kind: 'case-material-seen', case: of.case, what }
}

function entryView({ entry, by, at }: WrittenEntry, from: Day, today: Day): EntryView {
  return { ...entry, beforeLookBack: entry.on < from, by, at: momentInWords(at, today) }
}

function answerView({ field, text, version, by, at }: WrittenAnswer, today: Day): AnswerView {
  return { field, text, version, by, at: momentInWords(at, today) }
}
