import type { MergedEntryView } from '#core/chronology/views.ts'

import { useChronologyStyles } from './Chronology.styles.ts'
import { Response } from './Response.tsx'

/** The entries on a phone: one under the other. */
export function EntryList({ entries }: { readonly entries: readonly MergedEntryView[] }) {
  const styles = useChronologyStyles()
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.id} className={entry.gap === null ? undefined : styles.without}>
          <p>
            <strong>{entry.when}</strong>, {entry.agencyName} ({entry.source})
          </p>
          {entry.beforeLookBack && <p className={styles.quiet}>Before the time asked about</p>}
          <p className={styles.said}>{entry.event}</p>
          <dl className={styles.facts}>
            {entry.voice !== '' && (
              <>
                <dt>Child’s voice</dt>
                <dd className={styles.voice}>{entry.voice}</dd>
              </>
            )}
            {entry.raisedBy !== '' && (
              <>
                <dt>Raised by</dt>
                <dd>{entry.raisedBy}</dd>
              </>
            )}
            {(entry.response !== '' || entry.gap !== null) && (
              <>
                <dt>Response</dt>
                <dd>
                  <Response entry={entry} />
                </dd>
              </>
            )}
          </dl>
        </li>
      ))}
    </ol>
  )
}
