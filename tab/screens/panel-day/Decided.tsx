import type { GradeRow, PanelOfCase } from '#core/panel-day/views.ts'

import { useNarrow } from '../../parts/use-narrow.ts'
import { gradeInWords } from './grades.ts'
import { usePanelStyles } from './PanelDay.styles.ts'
import { TableBox } from './TableBox.tsx'

/** What the panel decided, to be read: both grades of each agency, and why one was changed. */
export function Decided({ panel }: { readonly panel: PanelOfCase }) {
  const styles = usePanelStyles()
  const isNarrow = useNarrow()
  return (
    <>
      {isNarrow ? <GradeList grades={panel.grades} /> : <GradeTable grades={panel.grades} />}
      {panel.judgement && (
        <p className={styles.text}>
          How well the agencies worked together: <b>{gradeInWords(panel.judgement)}</b>
        </p>
      )}
      {panel.good && <p className={styles.text}>What was good, in words for the worker: {panel.good}</p>}
    </>
  )
}

type Grades = Pick<PanelOfCase, 'grades'>

function GradeTable({ grades }: Grades) {
  const styles = usePanelStyles()
  return (
    <TableBox name="Grades of the agencies">
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Own grade</th>
          <th scope="col">Panel’s grade</th>
          <th scope="col">Why it changed</th>
        </tr>
      </thead>
      <tbody>
        {grades.map((row) => (
          <tr key={row.agency}>
            <th scope="row">{row.name}</th>
            <td>{ownOf(row)}</td>
            <td>{agreedOf(row)}</td>
            <td className={styles.why}>{row.rationale ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  )
}

/** The same on a phone: one block an agency. */
function GradeList({ grades }: Grades) {
  const styles = usePanelStyles()
  return (
    <ul className={styles.grades} aria-label="Grades of the agencies">
      {grades.map((row) => (
        <li key={row.agency}>
          <b>{row.name}</b>
          <div>
            {row.brief
              ? 'No grade: known briefly'
              : `Own grade: ${ownOf(row)} → panel’s grade: ${agreedOf(row)}`}
          </div>
          {row.rationale && <div className={styles.why}>{row.rationale}</div>}
        </li>
      ))}
    </ul>
  )
}

function ownOf({ own, brief }: GradeRow): string {
  return own ? gradeInWords(own) : brief ? 'None: known briefly' : 'Not sent'
}

function agreedOf({ own, panel }: GradeRow): string {
  return panel ? gradeInWords(panel) : own ? 'Not yet' : 'None'
}
