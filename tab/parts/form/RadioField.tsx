import { Radio, RadioGroup } from '@fluentui/react-components'

import { described, Hints, useLabelStyles } from './Labelled.tsx'
import type { Labels } from './Labelled.tsx'

type Props = Labels & {
  /** Each value with its words, in order. */
  readonly options: Readonly<Record<string, string>>
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of a few answers, all in sight. The error summary's link leads to the first. */
export function RadioField({ options, value, onChange, ...labels }: Props) {
  const styles = useLabelStyles()
  return (
    <div className={styles.field}>
      <div id={`${labels.id}-label`} className={styles.label}>
        {labels.label}
      </div>
      <Hints {...labels} />
      <RadioGroup
        aria-labelledby={`${labels.id}-label`}
        {...described(labels)}
        value={value}
        onChange={(_, { value: chosen }) => onChange(chosen)}
      >
        {Object.entries(options).map(([name, words], place) => (
          <Radio
            key={name}
            id={place === 0 ? labels.id : `${labels.id}-${name}`}
            value={name}
            label={words}
          />
        ))}
      </RadioGroup>
    </div>
  )
}
