import { GRADE_WORDS } from '#core/cases/grade.ts'
import type { ReturnView } from '#core/returns/views.ts'

/** A question of the evaluation: one section each, one page each. */
export type Section = {
  readonly id: string
  readonly title: string
  readonly fields: readonly string[]
}

/** Everything that the evaluation asks, in its order: the method's aspects, the child, what it adds up to. */
export function sectionsOf({ aspects }: Pick<ReturnView, 'aspects'>): readonly Section[] {
  return [
    ...aspects.map(({ id, title }) => ({
      id,
      title,
      fields: [`aspect.${id}.text`, `aspect.${id}.grade`],
    })),
    {
      id: 'the-child',
      title: 'The child and the family',
      fields: ['child.met', 'child.why-not', 'child.words', 'worker.words'],
    },
    {
      id: 'summing-up',
      title: 'What it adds up to',
      fields: ['strengths', 'improvements', 'difference'],
    },
  ]
}

/** What the fields that are no aspect are called, where they are asked and where they are read. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  'child.met': 'Were the child and the family met?',
  'child.why-not': 'If they were not met, why not?',
  'child.words': 'The child’s own words',
  'worker.words': 'What the worker says',
  strengths: 'Strengths',
  improvements: 'What to improve',
  difference: 'What difference it made to the child',
}

export const YES_NO = { yes: 'Yes', no: 'No' } as const
export const GRADE_OPTIONS: Readonly<Record<string, string>> = GRADE_WORDS
export const DOCUMENT_WORDS: Readonly<Record<string, string>> = {
  supplied: 'We have it',
  'not-applicable': 'It does not apply to this case',
  missing: 'It should be there and is not',
}

/** How many of a section's questions were answered, in words. */
export function answeredInWords(answered: number, of: number): string {
  if (answered === 0) return 'Not started'
  return answered === of ? 'Answered' : `${answered} of ${of} answered`
}
