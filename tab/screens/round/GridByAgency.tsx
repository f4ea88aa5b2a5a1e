import { countOf } from '#core/count.ts'
import type { GridItemView, GridView } from '#core/round/grid/views.ts'

import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useGridStyles } from './Grid.styles.ts'
import { GridCell } from './GridCell.tsx'
import type { Choice } from './useGrid.ts'

type Props = { readonly grid: GridView; readonly choice: Choice }

/** The grid on a phone: one line an agency, its cases folded below; who is late stands open. */
export function GridByAgency({ grid, choice }: Props) {
  const styles = useGridStyles()
  return (
    <div className={styles.agencies}>
      {grid.agencies.map(({ agency, name, late, open }) => {
        const rows = grid.rows.flatMap((row) => {
          const cell = row.cells.find((each) => each.agency === agency)
          return cell && cell.items.length > 0 ? [{ row, cell }] : []
        })
        if (rows.length === 0) return null
        const forms = rows.flatMap(({ cell }) => cell.items).filter(isFormElsewhere).length
        return (
          <details key={agency} open={late > 0} className={styles.agency}>
            <summary className={styles.fold}>
              <strong>{name}</strong>: {standing(open, late, forms)}
            </summary>
            <ul className={styles.cases}>
              {rows.map(({ row, cell }) => (
                <li key={row.reference}>
                  <div className={styles.reference}>
                    {row.case === null ? (
                      'Long list'
                    ) : (
                      <TextLink to={routes.case(row.case)}>{row.reference}</TextLink>
                    )}
                  </div>
                  <GridCell grid={grid} row={row} cell={cell} choice={choice} />
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}

const isFormElsewhere = ({ part, standing: stands }: GridItemView) =>
  part === 'form' && stands === 'elsewhere'

function standing(open: number, late: number, forms: number): string {
  if (open === 0)
    return forms === 0 ? 'everything is in' : `everything is in but ${countOf(forms, 'close-the-loop form')}`
  if (late === 0) return `${open} to come`
  return open === late ? `${late} late` : `${late} late, ${open - late} to come`
}
