import * as z from 'zod/mini'

import { GRADES } from '../cases/grade.ts'
import { crossChecks } from './cross-checks.ts'
import { LABEL_PACKS } from './labels/label-pack.ts'
import { problemsOf } from './problems.ts'
import type { Parsed } from './problems.ts'
import { methodDays, methodDuties, stages } from './schema-of-days.ts'
import { count, group, id, listOf, oneOf, text } from './schema-parts.ts'

const aspect = group({
  id,
  title: text,
  /** What the evaluator answers, and what to look for in the record. */
  question: text,
  lookFor: listOf(text),
})

const document = group({
  id,
  title: text,
  /** Words will do where there is nothing to attach (OLD-114). */
  given: oneOf(['file', 'file-or-words']),
  needed: oneOf(['always', 'where-applicable']),
})

const methodSchema = group({
  schemaVersion: z.literal(1, 'This version of methods is not known: 1 is.'),
  id,
  name: text,
  kind: oneOf(['full', 'condensed']),
  /** The label pack that a new partnership starts with. */
  labels: oneOf(LABEL_PACKS),
  stages,
  days: methodDays,
  /** On which day each duty is due: the id of a day. */
  duties: methodDuties,
  sample: group({
    longList: count,
    choose: group({ from: count, to: count }),
    /** Of each of these at least one case is chosen (OLD-98). */
    thresholds: listOf(
      oneOf(['assessed', 'early-help', 'child-in-need', 'child-protection', 'child-in-care']),
    ),
    lookBackMonths: count,
  }),
  tool: group({
    /** Not in the framework itself: offered, and a partnership may write its own (decisions.md 5). */
    proposal: z.boolean('Say true or false.'),
    aspects: listOf(aspect),
    aspectGrades: oneOf(['optional', 'required']),
  }),
  /** The aspects that the short tool asks about. */
  shortTool: listOf(id),
  grades: listOf(group({ id: oneOf(GRADES), letter: text, words: text })),
  documents: listOf(document),
  /** Agencies of such a group send to their collator, who sends on to the partnership (OLD-33). */
  collation: z.array(
    group({ group: id, title: text, collator: oneOf(['health-collator']) }),
    'A list belongs here.',
  ),
  /** What of the others' work the pack holds before the panel (decisions.md 19). */
  beforePanel: oneOf(['own-return-only', 'all-returns']),
  closeTheLoop: group({ afterPanelWorkingDays: count, forJudgements: listOf(oneOf(GRADES)) }),
})

/** What an evaluation round consists of: data, one for each published framework, frozen into each round. */
export type Method = Readonly<z.infer<typeof methodSchema>>
export type MethodDay = Method['days'][number]
/** What the method gives a day for. */
export type MethodDuty = keyof Method['duties']

/** Reads a method, wherever it comes from; otherwise all that is wrong with it, each with its path. */
export function parseMethod(data: unknown): Parsed<Method> {
  const shaped = methodSchema.safeParse(data)
  const misshapen = shaped.success ? [] : problemsOf(shaped.error)
  const seen = new Set(misshapen.map(({ path }) => path))
  const problems = [...misshapen, ...crossChecks(data).filter(({ path }) => !seen.has(path))]
  return shaped.success && problems.length === 0 ? { ok: true, value: shaped.data } : { ok: false, problems }
}
