import { Textarea } from '@fluentui/react-components'

import { described, Labelled, useLabelStyles } from './Labelled.tsx'
import type { Labels } from './Labelled.tsx'

type Props = Labels & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
}

/** A text that a person writes, in as many lines as it takes. */
export function TextField({ value, onChange, rows = 4, ...labels }: Props) {
  const styles = useLabelStyles()
  return (
    <Labelled {...labels}>
      <Textarea
        id={labels.id}
        className={styles.wide}
        resize="vertical"
        textarea={{ rows }}
        value={value}
        onChange={(_, { value: typed }) => onChange(typed)}
        {...described(labels)}
      />
    </Labelled>
  )
}
