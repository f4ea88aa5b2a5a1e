import * as z from 'zod/mini'

import { parseEach, problemsOf } from '../problems.ts'
import type { Parsed } from '../problems.ts'
import { ROLES } from '../roles.ts'
import { oneOf, text } from '../schema-parts.ts'
import { labels2018 } from './labels-2018.ts'
import { labels2026 } from './labels-2026.ts'

export const LABEL_PACKS = ['2018', '2026'] as const
export type LabelPackId = (typeof LABEL_PACKS)[number]

/** What partnerships call differently beside the roles of a method. */
const OTHERS = [
  'lead-person',
  'allocated-worker',
  'supervising-manager',
  'schools-lead',
  'board-representative',
  'independent-chair',
  'partnership',
  'board',
  'executive',
  'subgroup',
  'health-commissioner',
  'case-review',
  'national-panel',
  'incident-notifier',
  'guidance',
  'early-help-assessment',
  'child-in-care',
] as const

export const LABELS = [...ROLES, ...OTHERS] as const

/** One time's words for roles and bodies; code asks for them by label and says none itself (decisions.md 10). */
const labelPack = z.strictObject(
  { id: oneOf(LABEL_PACKS), words: z.record(z.enum(LABELS), text, 'The words are missing.') },
  'A label pack has an id and words.',
)
export type LabelPack = Readonly<z.infer<typeof labelPack>>

export function parseLabelPack(data: unknown): Parsed<LabelPack> {
  const shaped = labelPack.safeParse(data)
  return shaped.success ? { ok: true, value: shaped.data } : { ok: false, problems: problemsOf(shaped.error) }
}

/** The packs that the product has, or all that is wrong with them. */
export function loadLabelPacks(): Parsed<readonly LabelPack[]> {
  return parseEach('labels', [labels2018, labels2026], parseLabelPack)
}
