import { Board } from './Board.tsx'
import { Calendar } from './Calendar.tsx'
import type { Filtering } from './useFilters.ts'

/** The other two ways to look at the same actions. */
export function Views({ filters }: { readonly filters: Filtering }) {
  return filters.view === 'board' ? <Board filters={filters} /> : <Calendar filters={filters} />
}
