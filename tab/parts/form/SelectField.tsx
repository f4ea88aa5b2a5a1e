import { Select } from '@fluentui/react-components'

import { described, Labelled } from './Labelled.tsx'
import type { Labels } from './Labelled.tsx'

type Props = Labels & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What stands there before anything is chosen. */
  readonly none: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
}

/** One of a longer list. */
export function SelectField({ value, onChange, none, options, ...labels }: Props) {
  return (
    <Labelled {...labels}>
      <Select
        id={labels.id}
        value={value}
        onChange={(_, { value: chosen }) => onChange(chosen)}
        {...described(labels)}
      >
        <option value="">{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Labelled>
  )
}
