/** The four judgements (OLD-56, method data has their words); "known briefly" has none (decisions.md 6). */
export type Grade = 'outstanding' | 'good' | 'requires-improvement' | 'inadequate'

export const GRADES = [
  'outstanding',
  'good',
  'requires-improvement',
  'inadequate',
] as const satisfies readonly Grade[]

/** The letter that stands for a grade in tables: O, G, RI, I. Never by colour alone. */
export const GRADE_LETTERS: Readonly<Record<Grade, string>> = {
  outstanding: 'O',
  good: 'G',
  'requires-improvement': 'RI',
  inadequate: 'I',
}

export const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement',
  inadequate: 'Inadequate',
}
