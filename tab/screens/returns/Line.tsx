import { Input } from '@fluentui/react-components'

import { described, Labelled, useLabelStyles } from '../../parts/form/Labelled.tsx'
import type { Labels } from '../../parts/form/Labelled.tsx'

type Props = Labels & { readonly value: string; readonly onChange: (value: string) => void }

/** A text of one line. */
export function Line({ value, onChange, ...labels }: Props) {
  const styles = useLabelStyles()
  return (
    <Labelled {...labels}>
      <Input
        id={labels.id}
        className={styles.wide}
        value={value}
        onChange={(_, { value: text }) => onChange(text)}
        {...described(labels)}
      />
    </Labelled>
  )
}
