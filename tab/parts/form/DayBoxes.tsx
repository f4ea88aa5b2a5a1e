import { Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import { described, Hints, useLabelStyles } from './Labelled.tsx'
import type { Labels } from './Labelled.tsx'

type Props = Labels & {
  readonly value: string
  /** What is in the boxes as `YYYY-MM-DD`; '' while all are empty. It may be no day. */
  readonly onChange: (day: string) => void
}

const BOXES = [
  { part: 'day', name: 'Day', size: 2 },
  { part: 'month', name: 'Month', size: 2 },
  { part: 'year', name: 'Year', size: 4 },
] as const

type Typed = Record<(typeof BOXES)[number]['part'], string>

/** A day in three boxes, as people say it. The error summary's link leads to the first. */
export function DayBoxes({ value, onChange, ...labels }: Props) {
  const label = useLabelStyles()
  const styles = useStyles()
  const [typed, setTyped] = useState(() => boxesOf(value))
  return (
    <fieldset className={label.field} {...described(labels)} aria-invalid={undefined}>
      <legend className={label.label}>{labels.label}</legend>
      <Hints {...labels} />
      <div className={styles.boxes}>
        {BOXES.map(({ part, name, size }, place) => (
          <label key={part} className={styles.box}>
            {name}
            <Input
              id={place === 0 ? labels.id : `${labels.id}-${part}`}
              inputMode="numeric"
              autoComplete="off"
              className={size === 4 ? styles.year : styles.short}
              input={{ maxLength: size, className: styles.inner }}
              value={typed[part]}
              aria-invalid={labels.error ? true : undefined}
              onChange={(_, { value: text }) => {
                const next = { ...typed, [part]: text }
                setTyped(next)
                onChange(dayOf(next))
              }}
            />
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function boxesOf(value: string): Typed {
  const [year = '', month = '', day = ''] = value.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

function dayOf(typed: Typed): string {
  const [day, month, year] = [typed.day.trim(), typed.month.trim(), typed.year.trim()]
  return day || month || year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : ''
}

const useStyles = makeStyles({
  boxes: { display: 'flex', gap: tokens.spacingHorizontalM },
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  short: { width: '3.5rem' },
  year: { width: '5rem' },
  inner: { width: '100%' },
})
