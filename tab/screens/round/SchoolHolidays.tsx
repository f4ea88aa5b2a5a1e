import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import type { HolidayRow } from '#core/round/school-holidays/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { SchoolHolidayByHand } from './SchoolHolidayByHand.tsx'
import { SchoolHolidayLines } from './SchoolHolidayLines.tsx'
import { daysInWords, doneInWords, useHolidayChange, useSchoolHolidays } from './useSchoolHolidays.ts'
import type { HolidayChange } from './useSchoolHolidays.ts'

/** The council's school holidays: those that were entered, to be taken out again, and how more are entered. */
export function SchoolHolidays() {
  const list = useSchoolHolidays()
  const change = useHolidayChange()
  const [done, setDone] = useState<HolidayChange>()
  const make = (wanted: HolidayChange): void =>
    change.mutate({ body: wanted }, { onSuccess: () => setDone(wanted) })
  if (list.error) return <Trouble problem={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <p>The school holidays are being read.</p>
  const { years, may } = list.data
  const onEntered = (holidays: readonly HolidayRow[]): void => setDone({ holidays, is: true })
  return (
    <>
      <p>
        {years.length === 0
          ? 'None are entered. When a round is set up, the page guesses in which weeks schools are often closed.'
          : 'When a round is set up, its weeks are marked with them. No week is left out by itself.'}
      </p>
      <Status>{done && <Done of={done} onUndo={make} isBusy={change.isPending} />}</Status>
      {change.error && <Trouble problem={change.error} takesFocus />}
      {years.map(({ title, holidays }) => (
        <Year
          key={title}
          title={title}
          holidays={holidays}
          onTakeOut={may.edit ? (holiday) => make({ holidays: [holiday], is: false }) : undefined}
        />
      ))}
      {may.edit && (
        <>
          <SchoolHolidayLines onEntered={onEntered} />
          <SchoolHolidayByHand onEntered={onEntered} />
        </>
      )}
    </>
  )
}

type DoneProps = {
  readonly of: HolidayChange
  readonly onUndo: (change: HolidayChange) => void
  readonly isBusy: boolean
}

function Done({ of, onUndo, isBusy }: DoneProps) {
  return (
    <p>
      {doneInWords(of)}{' '}
      <Button size="small" disabledFocusable={isBusy} onClick={() => onUndo({ ...of, is: !of.is })}>
        Undo
      </Button>
    </p>
  )
}

type YearProps = {
  readonly title: string
  readonly holidays: readonly HolidayRow[]
  readonly onTakeOut: ((holiday: HolidayRow) => void) | undefined
}

function Year({ title, holidays, onTakeOut }: YearProps) {
  const styles = useStyles()
  const { today } = useMe()
  return (
    <>
      <p className={styles.year}>{title}</p>
      <ul className={styles.list} aria-label={title}>
        {holidays.map((holiday) => (
          <li key={holiday.first}>
            <span>
              {holiday.name}: {daysInWords(holiday, today)}
            </span>
            {onTakeOut && (
              <Button
                size="small"
                appearance="subtle"
                onClick={() => onTakeOut(holiday)}
                aria-label={`Take out ${holiday.name}, ${inWords(holiday.first, today)}`}
              >
                Take out
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const useStyles = makeStyles({
  year: { margin: `${tokens.spacingVerticalM} 0 0`, fontWeight: tokens.fontWeightSemibold },
  list: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyleType: 'none',
    overflowWrap: 'anywhere',
    '& > li': {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'center',
      columnGap: tokens.spacingHorizontalM,
      padding: `${tokens.spacingVerticalXS} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
})
