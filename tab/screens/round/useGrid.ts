import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { GridCellView, GridItemView, GridView } from '#core/round/grid/views.ts'

import { get } from '../../api.ts'
import type { Problem } from '../../problem.ts'
import { useSubmission } from '../../submission.ts'

const pathOf = (round: string) => `/api/rounds/${encodeURIComponent(round)}`

/** Who owes what in a round. */
export function useGrid(round: string) {
  return useQuery<GridView, Problem>({
    queryKey: ['rounds', 'grid', round],
    queryFn: ({ signal }) => get(`${pathOf(round)}/grid`, signal),
  })
}

export type Chosen = {
  readonly key: string
  readonly agency: GridView['agencies'][number]
  readonly row: GridView['rows'][number]
  readonly cell: GridCellView
}

/** Which cells are chosen; a cell about which nothing is left to do falls out by itself. */
export function useChoice(grid: GridView) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const all = cellsOf(grid).filter(({ cell }) => isChoosable(cell))
  const late = all.filter(({ cell }) => cell.items.some(isLate))
  return {
    chosen: all.filter(({ key }) => keys.has(key)),
    late,
    isChosen: (key: string) => keys.has(key),
    toggle: (key: string) => setKeys((before) => toggled(before, key)),
    chooseLate: () => setKeys(new Set(late.map(({ key }) => key))),
    clear: () => setKeys(new Set()),
  }
}

export type Choice = ReturnType<typeof useChoice>

export const keyOf = (row: { readonly reference: string }, agency: string) => `${row.reference} ${agency}`

export function isChoosable({ items }: GridCellView): boolean {
  return items.some(({ may }) => may.remind || may.moreTime || may.notInvolved)
}

const isLate = ({ standing, may }: GridItemView) => standing === 'late' && may.remind

function cellsOf({ rows, agencies }: GridView): readonly Chosen[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const agency = agencies.find((each) => each.agency === cell.agency)
      return agency ? [{ key: keyOf(row, cell.agency), agency, row, cell }] : []
    }),
  )
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(key)) after.add(key)
  return after
}

/** Reminds the lead persons of the chosen cells. */
export function useRemind(round: string) {
  return useSubmission<{ reminded: number; people: number }, { cells: readonly GridItemView['subject'][] }>(
    `${pathOf(round)}/grid/remind`,
  )
}

/** The subjects of what can be reminded about, each once. */
export function subjectsOf(chosen: readonly Chosen[]): readonly GridItemView['subject'][] {
  const subjects = chosen.flatMap(({ cell }) =>
    cell.items.flatMap(({ subject, may }) => (may.remind ? [subject] : [])),
  )
  return [...new Map(subjects.map((subject) => [subject.id, subject])).values()]
}

export function useMoreTime(of: string) {
  return useSubmission<{ version: number }, { part: string; until: string }>(
    `/api/returns/${encodeURIComponent(of)}/more-time`,
  )
}

export function useNotInvolved(of: string) {
  return useSubmission<{ version: number }, { reason: string }>(
    `/api/returns/${encodeURIComponent(of)}/not-involved`,
  )
}

export function useRelease(round: string) {
  return useSubmission<{ version: number }, { to: 'qa' | 'panel' }>(`${pathOf(round)}/release`)
}
