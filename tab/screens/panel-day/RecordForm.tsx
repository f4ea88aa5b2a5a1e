import type { PanelCase, PanelOfCase } from '#core/panel-day/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { gradeInWords, gradeOptions } from './grades.ts'
import { usePanelStyles } from './PanelDay.styles.ts'
import { useRecording } from './useRecording.ts'

type Props = { readonly of: PanelCase; readonly panel: PanelOfCase }
type Recording = ReturnType<typeof useRecording>

/** Each agency's own grade beside the panel's, how well they worked together, and what was good. */
export function RecordForm({ of, panel }: Props) {
  const styles = usePanelStyles()
  const recording = useRecording(of, panel)
  const { save, rows } = recording
  const idOf = (field: string) => `${of.id}-${field}`
  const unexplained = rows.filter(({ own, panel: agreed, rationale }) => agreed !== own && !rationale.trim())
  const first = unexplained[0]
  return (
    <div className={styles.form}>
      <Form
        send={panel.state === 'to-come' ? `Record for ${of.reference}` : `Record again for ${of.reference}`}
        sending={save.isPending}
        onSend={recording.submit}
        problem={save.error}
        tries={save.submittedAt}
        ids={{
          ...(first && { grades: idOf(`why-${first.agency}`) }),
          judgement: idOf('judgement'),
          good: idOf('good'),
        }}
      >
        {rows.map((row) => (
          <Agency
            key={row.agency}
            row={row}
            idOf={idOf}
            error={save.error?.fields['grades'] && unexplained.includes(row) ? WHY_MISSING : undefined}
            onGrade={recording.grade}
          />
        ))}
        <Without panel={panel} />
        <RadioField
          id={idOf('judgement')}
          label="How well did the agencies work together?"
          hint="The panel’s judgement of the partnership in this case."
          error={save.error?.fields['judgement']}
          options={Object.fromEntries(gradeOptions.map(({ id, name }) => [id, name]))}
          value={recording.judgement}
          onChange={recording.judge}
        />
        <TextField
          id={idOf('good')}
          label="What was good here"
          hint="The worker reads this first. Do not name the child or the family."
          error={save.error?.fields['good']}
          value={recording.good}
          onChange={recording.praise}
        />
      </Form>
      <div className={styles.after}>
        <Status>{save.data && <Notice kind="done" title="Recorded. The chair confirms it next." />}</Status>
      </div>
    </div>
  )
}

const WHY_MISSING = 'Say why the panel’s grade is another.'

type AgencyProps = {
  readonly row: Recording['rows'][number]
  readonly idOf: (field: string) => string
  readonly error: string | undefined
  readonly onGrade: Recording['grade']
}

/** The reason is asked for exactly when the panel's grade is another than the agency's own. */
function Agency({ row, idOf, error, onGrade }: AgencyProps) {
  const styles = usePanelStyles()
  const { agency, name, own, panel, rationale } = row
  return (
    <fieldset className={styles.agency}>
      <legend>{name}</legend>
      <p>Own grade: {gradeInWords(own)}</p>
      <SelectField
        id={idOf(`grade-${agency}`)}
        label="Panel’s grade"
        none="Choose"
        options={gradeOptions}
        value={panel}
        onChange={(chosen) => onGrade(agency, { panel: chosen })}
      />
      {panel !== own && (
        <TextField
          id={idOf(`why-${agency}`)}
          label={`Why the grade of ${name} is another`}
          hint="Read by the agency when panel day is closed."
          rows={2}
          error={error}
          value={rationale}
          onChange={(why) => onGrade(agency, { rationale: why })}
        />
      )}
    </fieldset>
  )
}

/** Agencies whose grade is not there: not sent yet, or none because they knew the family briefly. */
function Without({ panel }: { readonly panel: PanelOfCase }) {
  const styles = usePanelStyles()
  const missing = panel.grades.filter(({ own }) => own === null)
  if (missing.length === 0) return null
  return (
    <ul className={styles.lines}>
      {missing.map(({ agency, name, brief }) => (
        <li key={agency}>
          {name}: {brief ? 'knew the family briefly, no grade' : 'has not sent its grade'}
        </li>
      ))}
    </ul>
  )
}
