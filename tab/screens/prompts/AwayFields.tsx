import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Hints } from '../../parts/form/Labelled.tsx'
import { usePromptStyles } from './Prompts.styles.ts'

export type AwayDraft = { readonly from: string; readonly to: string }

export const AWAY_IDS = { away: 'away-from' } as const

/** Nothing in the boxes: not away. */
export function awayOf({ from, to }: AwayDraft): AwayDraft | null {
  return from === '' && to === '' ? null : { from, to }
}

type Props = {
  readonly value: AwayDraft
  readonly error: string | undefined
  readonly onChange: (away: AwayDraft) => void
}

/** The first and the last day on which somebody is not here. */
export function AwayFields({ value, error, onChange }: Props) {
  const styles = usePromptStyles()
  const [emptied, setEmptied] = useState(0)
  return (
    <>
      <Hints id="away" error={error} />
      <div className={styles.days}>
        <DayBoxes
          key={`from ${emptied}`}
          id="away-from"
          label="First day away"
          value={value.from}
          onChange={(from) => onChange({ ...value, from })}
        />
        <DayBoxes
          key={`to ${emptied}`}
          id="away-to"
          label="Last day away"
          value={value.to}
          onChange={(to) => onChange({ ...value, to })}
        />
      </div>
      {awayOf(value) && (
        <Button
          onClick={() => {
            onChange({ from: '', to: '' })
            setEmptied(emptied + 1)
            document.getElementById('away-from')?.focus()
          }}
        >
          Empty these days
        </Button>
      )}
    </>
  )
}
