/** "It is due 13 June", but "It was due 10 June, 3 days late". */
export function isOrWas(due: string, today: string): 'is' | 'was' {
  return due < today ? 'was' : 'is'
}
