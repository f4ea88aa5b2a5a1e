import { mergeClasses } from '@fluentui/react-components'

import type { TimetableRow, TimetableView } from '#core/round/views.ts'

import { Shape } from '../../parts/Shape.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { useRoundStyles } from './Rounds.styles.ts'

/** The round's days as a calendar, stage by stage: what is done, late and next. */
export function Timetable({ timetable }: { readonly timetable: TimetableView }) {
  const styles = useRoundStyles()
  return (
    <>
      {timetable.stages.map(({ title, days }) => (
        <div key={title} className={styles.stage}>
          <h3>{title}</h3>
          <ol>
            {days.map((day) => (
              <Day key={day.id} day={day} />
            ))}
          </ol>
        </div>
      ))}
    </>
  )
}

function Day({ day: { title, when, who, bankHoliday, standing } }: { readonly day: TimetableRow }) {
  const styles = useRoundStyles()
  const { word, shape } = STANDINGS[standing]
  return (
    <li className={styles.day}>
      <span className={styles.when}>
        {when}
        {bankHoliday && <span className={styles.quiet}> (bank holiday)</span>}
      </span>
      <span>
        {title} {who && <span className={styles.quiet}>({who})</span>}
      </span>
      <span className={mergeClasses(standing === 'late' && styles.late)}>
        {word && (
          <>
            <Shape of={shape} />
            {word}
          </>
        )}
      </span>
    </li>
  )
}

const STANDINGS: Readonly<
  Record<TimetableRow['standing'], { readonly word: string; readonly shape: ShapeName }>
> = {
  done: { word: 'Done', shape: 'tick' },
  late: { word: 'Late', shape: 'triangle' },
  today: { word: 'Now', shape: 'half' },
  next: { word: 'Next', shape: 'ring' },
  passed: { word: 'Gone by', shape: 'bar' },
  'to-come': { word: '', shape: 'ring' },
  'to-be-confirmed': { word: 'To be confirmed', shape: 'question' },
}

/** The framework's own table, as it is printed once a year. */
export function PrintedTable({ timetable }: { readonly timetable: TimetableView }) {
  const styles = useRoundStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard
    <section className={styles.box} tabIndex={0} aria-label="The timetable as the framework prints it">
      <table className={styles.table}>
        <thead>
          <tr>
            {timetable.printed.map(({ title, week }) => (
              <th key={title} scope="col">
                {title}
                {week && <div className={styles.quiet}>{week}</div>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {timetable.printed.map(({ title, cell }) => (
              <td key={title}>{cell}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}
