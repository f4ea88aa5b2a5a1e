import type { EntryView, ReturnView } from '#core/returns/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Shape } from '../../parts/Shape.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { stepOf } from './shown.ts'

type Props = { readonly of: ReturnView; readonly entries: readonly EntryView[] }

const RESPONSES = { seen: 'There was a response', none: 'No response is recorded', 'not-needed': '' } as const

/** The entries by day. One from before the time looked back on is taken, and says so. */
export function Entries({ of, entries }: Props) {
  const styles = useReturnStyles()
  const { today } = useMe()
  const sorted = entries.toSorted((one, other) => one.on.localeCompare(other.on))
  return (
    <ol className={styles.rows}>
      {sorted.map((entry) => (
        <li key={entry.id}>
          <div className={styles.day}>
            {inWords(entry.on, today)}
            {entry.until && ` to ${inWords(entry.until, today)}`}
          </div>
          {entry.beforeLookBack && (
            <p className={styles.warning}>
              <Shape of="question" />
              Before the time looked back on, which begins on {inWords(of.lookBackFrom, today)}
            </p>
          )}
          <p>{entry.event}</p>
          {entry.voice && <p>The child: {entry.voice}</p>}
          {entry.raisedBy && <p>Raised by: {entry.raisedBy}</p>}
          {(entry.response || RESPONSES[entry.responseSeen]) && (
            <p>{[RESPONSES[entry.responseSeen], entry.response].filter(Boolean).join(': ')}</p>
          )}
          <p>Recorded in: {entry.source}</p>
          {of.may.write.chronology && (
            <p>
              <TextLink to={stepOf(of, 'chronology', entry.id)}>
                Change the entry of {inWords(entry.on, today)}
              </TextLink>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
