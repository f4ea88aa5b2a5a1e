import { Input } from '@fluentui/react-components'

import { described, Labelled, useLabelStyles } from './Labelled.tsx'
import type { Labels } from './Labelled.tsx'

type Props = Labels & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'time'
}

/** A text of one line. */
export function LineField({ value, onChange, type = 'text', ...labels }: Props) {
  const styles = useLabelStyles()
  return (
    <Labelled {...labels}>
      <Input
        id={labels.id}
        type={type}
        className={styles.wide}
        autoComplete="off"
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
        {...described(labels)}
      />
    </Labelled>
  )
}
