import type { MergedEntryView } from '#core/chronology/views.ts'

import { useChronologyStyles } from './Chronology.styles.ts'
import { Response } from './Response.tsx'

/** The entries as a table in its own box, the day staying in sight at the left. */
export function EntryTable({ entries }: { readonly entries: readonly MergedEntryView[] }) {
  const styles = useChronologyStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section className={styles.box} aria-label="Entries" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {['Date', 'Agency', 'Source', 'Event', 'Child’s voice', 'Raised by', 'Response'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} className={entry.gap === null ? undefined : styles.gap}>
              <th scope="row">
                <When words={entry.when} />
                {entry.beforeLookBack && <div className={styles.quiet}>before the time asked about</div>}
              </th>
              <td>{entry.agencyName}</td>
              <td>{entry.source}</td>
              <td className={styles.long}>{entry.event}</td>
              <td className={styles.voice}>{entry.voice}</td>
              <td>{entry.raisedBy}</td>
              <td className={styles.long}>
                <Response entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** "14 November 2017 to 2 December 2017": neither day is broken. */
function When({ words }: { readonly words: string }) {
  const { whole } = useChronologyStyles()
  const [on, until] = words.split(' to ')
  return (
    <>
      <span className={whole}>{on}</span>
      {until && (
        <>
          {' '}
          to <span className={whole}>{until}</span>
        </>
      )}
    </>
  )
}
