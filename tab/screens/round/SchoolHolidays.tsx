import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'

import type { HolidayRow } from '#core/round/school-holidays/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { SchoolHolidayByHand } from './SchoolHolidayByHand.tsx'
import { SchoolHolidayLines } from './SchoolHolidayLines.tsx'
import { daysInWords, doneInWords, useHolidayChange, useSchoolHolidays } from './useSchoolHolidays.ts'
import type { HolidayChange } from './useSchoolHolidays.ts'

/** The council’s school holidays: those that were entered, to be taken out again, and how more are entered. */
export function SchoolHolidays() {
  const list = useSchoolHolidays()
  const change = useHolidayChange()
  const [done, setDone] = useState<Done>()
  const said = (of: HolidayChange): void => setDone((before) => ({ of, count: (before?.count ?? 0) + 1 }))
  const make = ({ holidays, is }: HolidayChange): void =>
    change.mutate({ body: { holidays, is } }, { onSuccess: ({ changed }) => said({ holidays: changed, is }) })
  const onEntered = (holidays: readonly HolidayRow[]): void => said({ holidays, is: true })
  const trouble = list.error && <Trouble problem={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return trouble ?? <p>The school holidays are being read.</p>
  const { years, may } = list.data
  return (
    <>
      {trouble}
      <p>
        When a round is set up, its weeks are marked with them; where none is entered within three weeks, the
        page guesses when schools are often closed. No week is left out by itself.
      </p>
      <Status>
        {done && <DoneLine key={done.count} of={done.of} onUndo={make} isBusy={change.isPending} />}
      </Status>
      {change.error && <Trouble key={change.submittedAt} problem={change.error} takesFocus />}
      {years.map(({ title, holidays }) => (
        <Year
          key={title}
          title={title}
          holidays={holidays}
          isBusy={change.isPending}
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

/** What changed, counted so that the same again is said again. */
type Done = { readonly of: HolidayChange; readonly count: number }

type DoneProps = {
  readonly of: HolidayChange
  readonly onUndo: (change: HolidayChange) => void
  readonly isBusy: boolean
}

/** What was pressed is gone: the focus comes here. */
function DoneLine({ of, onUndo, isBusy }: DoneProps) {
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => line.current?.focus(), [])
  return (
    <p ref={line} tabIndex={-1}>
      {doneInWords(of)}{' '}
      {of.holidays.length > 0 && (
        <Button size="small" disabledFocusable={isBusy} onClick={() => onUndo({ ...of, is: !of.is })}>
          Undo
        </Button>
      )}
    </p>
  )
}

type YearProps = {
  readonly title: string
  readonly holidays: readonly HolidayRow[]
  readonly isBusy: boolean
  readonly onTakeOut: ((holiday: HolidayRow) => void) | undefined
}

function Year({ title, holidays, isBusy, onTakeOut }: YearProps) {
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
                disabledFocusable={isBusy}
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
