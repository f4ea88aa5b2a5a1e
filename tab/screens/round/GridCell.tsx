import { Checkbox, mergeClasses } from '@fluentui/react-components'

import type { GridCellView, GridItemView, GridView } from '#core/round/grid/views.ts'

import { Shape } from '../../parts/Shape.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { useGridStyles } from './Grid.styles.ts'
import { isChoosable, keyOf } from './useGrid.ts'
import type { Choice } from './useGrid.ts'

type Props = {
  readonly grid: GridView
  readonly row: GridView['rows'][number]
  readonly cell: GridCellView
  readonly choice: Choice
}

/** What one agency owes about one case; a cell with something to do can be chosen. */
export function GridCell({ grid, row, cell, choice }: Props) {
  const styles = useGridStyles()
  const key = keyOf(row, cell.agency)
  const agency = grid.agencies.find((each) => each.agency === cell.agency)?.name ?? ''
  if (cell.items.length === 0)
    return (
      <span className={styles.quiet}>
        <span aria-hidden="true">–</span>
        <span className={styles.unseen}>Nothing is asked</span>
      </span>
    )
  const isChosen = choice.isChosen(key)
  const reminded = Math.max(...cell.items.map((item) => item.reminded))
  return (
    <div className={mergeClasses(styles.cell, isChosen && styles.chosen)}>
      {isChoosable(cell) && (
        <Checkbox
          className={styles.tick}
          checked={isChosen}
          onChange={() => choice.toggle(key)}
          aria-label={`Choose ${agency}, ${row.case === null ? 'long list' : row.reference}`}
        />
      )}
      <ul className={styles.items}>
        {cell.items.map((item) => (
          <Line key={`${item.subject.id} ${item.part}`} item={item} />
        ))}
        {reminded > 0 && <li className={styles.quiet}>{remindedInWords(reminded)}</li>}
      </ul>
    </div>
  )
}

function Line({ item: { standing, name, words } }: { readonly item: GridItemView }) {
  const styles = useGridStyles()
  return (
    <li className={standing === 'late' ? styles.late : undefined}>
      <Shape of={SHAPES[standing]} />
      {name} {words}
    </li>
  )
}

const SHAPES: Readonly<Record<GridItemView['standing'], ShapeName>> = {
  in: 'tick',
  owed: 'ring',
  late: 'triangle',
  elsewhere: 'dot',
  brief: 'bar',
  out: 'bar',
}

function remindedInWords(times: number): string {
  return times === 1 ? 'reminded once' : times === 2 ? 'reminded twice' : `reminded ${times} times`
}
