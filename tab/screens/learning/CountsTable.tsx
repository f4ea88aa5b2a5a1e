import type { Lateness } from '#core/actions/views.ts'
import type { Counted, FormPlace } from '#core/learning/views.ts'

import { groupNames, groups } from '../../parts/states.ts'
import { NumbersTable } from './NumbersTable.tsx'

type Props = {
  readonly of: 'actions' | 'forms'
  readonly rows: readonly Counted[]
  /** The sum of the rows, where there is more than one. */
  readonly all?: Counted
  readonly label: string
}

/** Agencies beside each other: groups that sum to the whole, and how often the partnership had to ask. */
export function CountsTable({ of, rows, all, label }: Props) {
  const columns = of === 'actions' ? ACTION_COLUMNS : FORM_COLUMNS
  return (
    <NumbersTable label={label}>
      <thead>
        <tr>
          <th scope="col">Agency</th>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rows, ...(all ? [all] : [])].map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            {columns.map(({ name, count }) => (
              <td key={name} data-name={name} data-none={count(row) === 0 ? '' : undefined}>
                {count(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </NumbersTable>
  )
}

/** How often the partnership had to ask. */
const ASKED_AGAIN = 'Asked again'

type Column = { readonly name: string; readonly count: (row: Counted) => number }

const ACTION_COLUMNS: readonly Column[] = [
  ...groupNames.map((group: Lateness) => ({
    name: groups[group].word,
    count: ({ actions }: Counted) => actions.groups[group],
  })),
  { name: 'All', count: ({ actions }) => actions.all },
  { name: ASKED_AGAIN, count: ({ actions }) => actions.chased },
]

const PLACES: Readonly<Record<FormPlace, string>> = {
  'lead-person': 'Not issued',
  worker: 'With the worker',
  'to-sign': 'To be signed',
  'to-review': 'To be reviewed',
  closed: 'Closed',
}

const FORM_COLUMNS: readonly Column[] = [
  ...(Object.keys(PLACES) as FormPlace[]).map((place) => ({
    name: PLACES[place],
    count: ({ forms }: Counted) => forms.places[place],
  })),
  { name: 'All', count: ({ forms }) => forms.all },
  { name: ASKED_AGAIN, count: ({ forms }) => forms.chased },
]
