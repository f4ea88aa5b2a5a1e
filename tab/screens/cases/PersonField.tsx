import { LineField } from '../../parts/form/LineField.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { NEW } from './useTeam.ts'
import type { Person } from './useTeam.ts'

type Props = {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly error: string | undefined
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly value: Person
  readonly onChange: (part: Partial<Person>) => void
}

/** Somebody of the list, or somebody who is named here for the first time. */
export function PersonField({ id, label, hint, error, people, value, onChange }: Props) {
  return (
    <>
      <SelectField
        id={id}
        label={label}
        hint={hint}
        error={error}
        none="Choose"
        options={[...people, { id: NEW, name: 'Somebody who is not in the list' }]}
        value={value.chosen}
        onChange={(chosen) => onChange({ chosen })}
      />
      {value.chosen === NEW && (
        <>
          <LineField
            id={`${id}-name`}
            label={`${label}: name`}
            value={value.name}
            onChange={(name) => onChange({ name })}
          />
          <LineField
            id={`${id}-mail`}
            label={`${label}: mail address`}
            type="email"
            value={value.mail}
            onChange={(mail) => onChange({ mail })}
          />
          <LineField
            id={`${id}-job`}
            label={`${label}: job`}
            value={value.jobTitle}
            onChange={(jobTitle) => onChange({ jobTitle })}
          />
          <RadioField
            id={`${id}-road`}
            label={`${label}: how they hear from us`}
            options={ROADS}
            value={value.road}
            onChange={(road) => onChange({ road })}
          />
        </>
      )}
    </>
  )
}

const ROADS = { mail: 'By mail', teams: 'In Teams', both: 'In both' } as const
