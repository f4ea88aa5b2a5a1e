import { Button } from '@fluentui/react-components'

import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { BothTexts, Saving } from './Saving.tsx'
import { useField } from './useField.ts'

type Props = {
  readonly id: string
  readonly field: string
  readonly label: string
  readonly hint?: string
  readonly rows?: number
  /** Given: the field is a choice of these. */
  readonly options?: Readonly<Record<string, string>>
}

/** One field of a return, saved while it is typed. */
export function AnswerField({ id, field, label, hint, rows = 5, options }: Props) {
  const styles = useReturnStyles()
  const { text, standing, write, choose, save, keepMine, keepTheirs } = useField(id, field)
  const labels = { id: controlOf(field), label, hint, value: text }
  const worded = (value: string) => options?.[value] ?? value
  return (
    <div className={styles.field} onBlur={save}>
      {standing?.is === 'conflict' && (
        <BothTexts
          mine={worded(text)}
          theirs={{ ...standing.theirs, text: worded(standing.theirs.text) }}
          onTheirs={keepTheirs}
          onMine={keepMine}
        />
      )}
      {options ? (
        <RadioField {...labels} options={options} onChange={choose} />
      ) : (
        <TextField {...labels} rows={rows} onChange={write} />
      )}
      {options && text !== '' && (
        <Button size="small" onClick={() => choose('')}>
          Take this answer back
        </Button>
      )}
      <Saving standing={standing} />
    </div>
  )
}

/** The id of a field's control, for links that lead to it. */
export function controlOf(field: string): string {
  return `field-${field.replaceAll('.', '-')}`
}
