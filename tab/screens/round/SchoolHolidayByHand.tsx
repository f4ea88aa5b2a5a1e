import { useState } from 'react'

import type { HolidayRow, SchoolHolidaysSet } from '#core/round/school-holidays/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { Status } from '../../parts/Status.tsx'
import { useRoundStyles } from './Rounds.styles.ts'
import { useHolidayChange } from './useSchoolHolidays.ts'

const IDS = {
  'holidays.0.name': 'school-holiday-name',
  'holidays.0.first': 'school-holiday-first',
  'holidays.0.last': 'school-holiday-last',
} as const

const EMPTY: HolidayRow = { name: '', first: '', last: '' }

type Props = { readonly onEntered: (holidays: readonly HolidayRow[]) => void }

/** One school holiday, typed: its name, its first and its last day. */
export function SchoolHolidayByHand({ onEntered }: Props) {
  const styles = useRoundStyles()
  const [said, setSaid] = useState(EMPTY)
  const [count, setCount] = useState(0)
  const enter = useHolidayChange()
  const error = (field: keyof typeof IDS): string | undefined => enter.error?.fields[field]
  const write = (field: keyof HolidayRow) => (text: string) =>
    setSaid((before) => ({ ...before, [field]: text }))
  const entered = ({ changed }: SchoolHolidaysSet): void => {
    if (changed.length === 0) return
    setSaid(EMPTY)
    setCount(count + 1)
    onEntered(changed)
  }
  return (
    <details className={styles.fold}>
      <summary>Enter one by hand</summary>
      <Form
        key={count}
        send="Enter the holiday"
        secondary
        sending={enter.isPending}
        onSend={() => enter.mutate({ body: { holidays: [said], is: true } }, { onSuccess: entered })}
        problem={enter.error}
        tries={enter.submittedAt}
        ids={IDS}
      >
        <LineField
          id={IDS['holidays.0.name']}
          label="Name of the holiday"
          error={error('holidays.0.name')}
          value={said.name}
          onChange={write('name')}
        />
        <DayBoxes
          id={IDS['holidays.0.first']}
          label="First day"
          hint="For example 24 10 2022"
          error={error('holidays.0.first')}
          value=""
          onChange={write('first')}
        />
        <DayBoxes
          id={IDS['holidays.0.last']}
          label="Last day"
          hint="For example 28 10 2022"
          error={error('holidays.0.last')}
          value=""
          onChange={write('last')}
        />
      </Form>
      <Status>
        {enter.data?.changed.length === 0 && <p>A holiday with these days is entered already.</p>}
      </Status>
    </details>
  )
}
