import { Button, mergeClasses } from '@fluentui/react-components'

import { adultsInWords } from '#core/round/pasted-list.ts'
import { THRESHOLDS } from '#core/round/words.ts'

import { shortWords } from '../../days.ts'
import { useRoundStyles } from './Rounds.styles.ts'
import type { ListedChild } from './useLongList.ts'

type Props = {
  readonly rows: readonly ListedChild[]
  readonly onChange?: (row: ListedChild) => void
  readonly onRemove?: (key: string) => void
}

/** The children of the long list with the adults around them; on a phone one card for each. */
export function ListTable({ rows, onChange, onRemove }: Props) {
  const styles = useRoundStyles()
  return (
    <div className={styles.box}>
      <table className={mergeClasses(styles.table, styles.cards)}>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Child</th>
            <th scope="col">Born</th>
            <th scope="col">Stands</th>
            <th scope="col">Adults</th>
            {onChange && <th scope="col">Change</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.reference || 'new'}</th>
              <td data-name="Child" className="wide">
                {row.name}
              </td>
              <td data-name="Born" className="whole">
                {row.born === null ? 'not born yet' : shortWords(row.born, '')}
              </td>
              <td data-name="Stands">{THRESHOLDS[row.threshold]}</td>
              <td data-name="Adults" className="wide">
                {row.adults.length > 0 ? adultsInWords(row.adults) : 'none'}
              </td>
              {onChange && (
                <td>
                  <Button
                    size="small"
                    onClick={() => onChange(row)}
                    aria-label={`Change ${row.reference || row.name}`}
                  >
                    Change
                  </Button>{' '}
                  <Button
                    size="small"
                    appearance="subtle"
                    onClick={() => onRemove?.(row.key)}
                    aria-label={`Take out ${row.reference || row.name}`}
                  >
                    Take out
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
