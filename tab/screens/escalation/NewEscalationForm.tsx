import { AREA_NAMES, AREAS } from '#core/escalation/areas.ts'
import type { EscalationOptions } from '#core/escalation/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useEscalationStyles } from './Escalation.styles.ts'
import { StageFields } from './StageFields.tsx'
import type { FieldName, useNewEscalation } from './useNewEscalation.ts'

type Props = {
  readonly raising: ReturnType<typeof useNewEscalation>
  readonly options: EscalationOptions
}

/** What worries you, about which case, whom you ask, and how the child is kept safe meanwhile. */
export function NewEscalationForm({ raising, options }: Props) {
  const { draft, save, submit, write } = raising
  const styles = useEscalationStyles()
  const field = (name: FieldName) => ({
    id: IDS[name],
    value: draft[name],
    error: save.error?.fields[name],
    onChange: (value: string) => write(name, value),
  })
  const ladder = options.ladders.find(({ id }) => id === draft.ladder)
  const waiting = options.ladders.filter(({ usable }) => !usable)
  return (
    <Form
      send="Raise it and tell them"
      sending={save.isPending}
      onSend={submit}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <TextField
        {...field('concern')}
        label="What worries you?"
        hint="Read by those you ask and the partnership. Do not name the child or the family."
      />
      <SelectField
        {...field('about')}
        label="What is it about?"
        none="Choose"
        options={AREA_NAMES.map((id) => ({ id, name: AREAS[id] }))}
      />
      <LineField
        {...field('reference')}
        label="Reference of the case (if it has one)"
        hint="For example N-08. Never a name."
      />
      {options.mine.length > 1 && (
        <SelectField
          {...field('raiser')}
          label="As whom do you raise it?"
          none="Choose"
          options={options.mine}
        />
      )}
      <SelectField {...field('addressee')} label="Whom do you ask?" none="Choose" options={options.others} />
      <TextField
        {...field('interimSafety')}
        label="How is the child kept safe until this is settled?"
        hint="The interim safety arrangement: it stands on top of every page about this."
        rows={3}
      />
      <SelectField
        {...field('ladder')}
        label="By which procedure?"
        none="The default: between agencies, or between teams of one agency"
        options={options.ladders
          .filter(({ usable }) => usable)
          .map(({ id, name, first }) => ({ id, name: `${name}: answer ${first}` }))}
      />
      {ladder && <StageFields rungs={ladder.rungs} field={field} />}
      {waiting.map(({ id, name, source }) => (
        <p key={id} className={styles.quiet}>
          {name} cannot be used yet. {source}
        </p>
      ))}
      <DayBoxes
        {...field('due')}
        label="An answer is needed earlier (if the child cannot wait)"
        hint="Leave it empty for the day of the procedure."
      />
    </Form>
  )
}

const IDS: Readonly<Record<FieldName, string>> = {
  concern: 'new-concern',
  about: 'new-about',
  reference: 'new-reference',
  raiser: 'new-raiser',
  addressee: 'new-addressee',
  interimSafety: 'new-interim',
  ladder: 'new-ladder',
  rung: 'new-rung',
  skipBecause: 'new-skip',
  due: 'new-due',
}
