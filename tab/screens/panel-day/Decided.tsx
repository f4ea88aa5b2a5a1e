import type { PanelOfCase } from '#core/panel-day/views.ts'

import { gradeInWords } from './grades.ts'
import { usePanelStyles } from './PanelDay.styles.ts'
import { TableBox } from './TableBox.tsx'

/** What the panel decided, to be read: both grades of each agency, and why one was changed. */
export function Decided({ panel }: { readonly panel: PanelOfCase }) {
  const styles = usePanelStyles()
  return (
    <>
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
          {panel.grades.map(({ agency, name, own, brief, panel: agreed, rationale }) => (
            <tr key={agency}>
              <th scope="row">{name}</th>
              <td>{own ? gradeInWords(own) : brief ? 'None: known briefly' : 'Not sent'}</td>
              <td>{agreed ? gradeInWords(agreed) : own ? 'Not yet' : 'None'}</td>
              <td className={styles.why}>{rationale ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </TableBox>
      {panel.judgement && (
        <p className={styles.text}>
          How well the agencies worked together: <b>{gradeInWords(panel.judgement)}</b>
        </p>
      )}
      {panel.good && <p className={styles.text}>What was good: {panel.good}</p>}
    </>
  )
}
