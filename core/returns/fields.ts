import { GRADES } from '../cases/grade.ts'
import type { Method } from '../method/method.ts'
import type { PartName } from './return.ts'

/** What of a method decides which fields an evaluation has. */
type Questions = Pick<Method, 'tool' | 'documents'>

type FieldKind = 'text' | 'grade' | 'yes-no' | 'document'

const DOCUMENT_ANSWERS = ['supplied', 'not-applicable', 'missing'] as const

/** Ticked when an agency has nothing to record: an empty chronology is sent only with it. */
export const NOTHING = 'chronology.nothing'

/** The fields that every evaluation has. The child's words are kept apart from the worker's (decisions.md 8). */
const OF_ALL = {
  strengths: 'text',
  improvements: 'text',
  difference: 'text',
  'child.met': 'yes-no',
  'child.why-not': 'text',
  'child.words': 'text',
  'worker.words': 'text',
  [NOTHING]: 'yes-no',
} as const satisfies Readonly<Record<string, FieldKind>>

/** The closed set of what can be answered: each aspect of the round's method, each of its documents, and what all have. */
export function fieldsOf({ tool, documents }: Questions): ReadonlyMap<string, FieldKind> {
  return new Map<string, FieldKind>([
    ...tool.aspects.flatMap(({ id }): [string, FieldKind][] => [
      [`aspect.${id}.text`, 'text'],
      [`aspect.${id}.grade`, 'grade'],
    ]),
    ...Object.entries(OF_ALL),
    ...documents.flatMap(({ id }): [string, FieldKind][] => [
      [`document.${id}`, 'document'],
      [`document.${id}.note`, 'text'],
    ]),
  ])
}

/** Whether a field takes what was chosen or typed; empty takes an answer back. */
export function takes(kind: FieldKind, text: string): boolean {
  const choices = CHOICES[kind]
  return choices === null || text === '' || choices.includes(text)
}

/** With which half of a return a field is sent. */
export function partOfField(field: string): PartName {
  return field === NOTHING ? 'chronology' : 'evaluation'
}

const CHOICES: Readonly<Record<FieldKind, readonly string[] | null>> = {
  text: null,
  grade: GRADES,
  'yes-no': ['yes', 'no'],
  document: DOCUMENT_ANSWERS,
}
