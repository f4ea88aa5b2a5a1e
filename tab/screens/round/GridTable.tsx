import type { GridView } from '#core/round/grid/views.ts'

import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useGridStyles } from './Grid.styles.ts'
import { GridCell } from './GridCell.tsx'
import type { Choice } from './useGrid.ts'

type Props = { readonly grid: GridView; readonly choice: Choice }

/** The grid as a table in its own box, the cases staying in sight at the left. */
export function GridTable({ grid, choice }: Props) {
  const styles = useGridStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section className={styles.box} aria-label="Who owes what" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.first}>
              Case
            </th>
            {grid.agencies.map(({ agency, name, lead }) => (
              <th key={agency} scope="col">
                {name}
                <div className={styles.lead}>{lead ?? 'Nobody leads it'}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={row.reference}>
              <th scope="row" className={styles.first}>
                <RowName row={row} />
              </th>
              {row.cells.map((cell) => (
                <td key={cell.agency}>
                  <GridCell grid={grid} row={row} cell={cell} choice={choice} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RowName({ row }: { readonly row: GridView['rows'][number] }) {
  if (row.case === null) return 'Long list'
  return (
    <>
      <TextLink to={routes.case(row.case)}>{row.reference}</TextLink>
      {row.chronology && (
        <div>
          <TextLink to={routes.chronology(row.case)}>Chronology</TextLink>
        </div>
      )}
    </>
  )
}
