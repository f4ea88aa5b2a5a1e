import { NOTHING } from './fields.ts'

/** What an evaluation asks, as far as it can be left empty. */
type Asked = {
  readonly aspectGrades: 'optional' | 'required'
  readonly aspects: readonly { readonly id: string; readonly title: string }[]
  readonly documents: readonly { readonly id: string; readonly title: string }[]
}
type Answered = (field: string) => string

/** What has to be there before something is sent: the field to go to, and a sentence. */
export type Missing = { readonly field: string; readonly says: string }

/** An empty chronology is sent only with "nothing to record" ticked: forgotten is not the same. */
export function missingInChronology(entries: number, answered: Answered): readonly Missing[] {
  if (entries > 0 || answered(NOTHING) === 'yes') return []
  return [{ field: NOTHING, says: 'Add an entry, or say that there is nothing to record.' }]
}

/** Each document has its answer; each aspect its grade where the method wants one. All at once. */
export function missingInEvaluation(
  { aspectGrades, aspects, documents }: Asked,
  answered: Answered,
): readonly Missing[] {
  const grades = aspectGrades === 'required' ? aspects : []
  return [
    ...grades.map(({ id, title }) => ({ field: `aspect.${id}.grade`, says: `Give a grade: ${title}.` })),
    ...documents.map(({ id, title }) => ({
      field: `document.${id}`,
      says: `Say whether you have it: ${title}.`,
    })),
  ].filter(({ field }) => answered(field) === '')
}
