import { Checkbox } from '@fluentui/react-components'

import { LineField } from '../../parts/form/LineField.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { REPLIES, replyUnit, rungId } from './ladder-draft.ts'
import type { RungDraft } from './ladder-draft.ts'
import { useSettingsStyles } from './Settings.styles.ts'

type Props = {
  readonly ladder: string
  readonly place: number
  readonly rung: RungDraft
  /** One sentence for each place, such as rungs.2.reply. */
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (change: Partial<RungDraft>) => void
}

/** One stage: who speaks to whom, until when, who is told, and what the own procedure says. */
export function RungFields({ ladder, place, rung, errors, onChange }: Props) {
  const styles = useSettingsStyles()
  const labels = (name: string) => ({
    id: rungId(ladder, place, name),
    error: errors[`rungs.${place}.${name}`],
  })
  return (
    <fieldset className={styles.group}>
      <legend>{rung.name === '' ? `Stage ${place + 1}` : rung.name}</legend>
      <LineField {...labels('name')} label="Name" value={rung.name} onChange={(name) => onChange({ name })} />
      <LineField
        {...labels('between')}
        label="Who speaks to whom"
        value={rung.between}
        onChange={(between) => onChange({ between })}
      />
      <RadioField
        id={rungId(ladder, place, 'unit')}
        label="An answer is owed"
        options={REPLIES}
        value={rung.unit}
        onChange={(unit) => onChange({ unit: replyUnit(unit) })}
      />
      {rung.unit !== 'day-set' && (
        <LineField
          {...labels('reply')}
          label={rung.unit === 'hours' ? 'How many hours?' : 'How many working days?'}
          value={rung.time}
          onChange={(time) => onChange({ time })}
        />
      )}
      <p>
        <Checkbox
          label="The partnership’s office is told at once"
          checked={rung.tellsOffice}
          onChange={(_, { checked }) => onChange({ tellsOffice: checked === true })}
        />
      </p>
      <TextField
        {...labels('says')}
        label="What your procedure says about it (if you like)"
        rows={2}
        value={rung.says}
        onChange={(says) => onChange({ says })}
      />
    </fieldset>
  )
}
