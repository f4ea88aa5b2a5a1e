import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { BankHolidayList } from '#core/round/views.ts'

import { get } from '../../api.ts'
import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import type { Problem } from '../../problem.ts'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { useRoundStyles } from './Rounds.styles.ts'
import { SchoolHolidays } from './SchoolHolidays.tsx'

/** The days on which nobody is expected to work, which no count of working days has; and when schools are closed. */
export function BankHolidays() {
  const list = useQuery<BankHolidayList, Problem>({
    queryKey: ['rounds', 'bank-holidays'],
    queryFn: ({ signal }) => get('/api/bank-holidays', signal),
  })
  if (!list.data && !list.error) return <Skeleton />
  return (
    <Page
      title="Bank and school holidays"
      says="Reminders and close-the-loop days skip bank holidays. A round’s own days keep their place and are marked."
      up={{ to: routes.rounds, name: 'Rounds' }}
      narrow
    >
      {list.error && <Trouble problem={list.error} onAgain={() => void list.refetch()} />}
      {list.data?.may.edit && <Add />}
      {list.data && <Years list={list.data} />}
      <Section title="School holidays">
        <SchoolHolidays />
      </Section>
    </Page>
  )
}

type Change = { readonly day: string; readonly is: boolean }
const useChange = () => useSubmission<Change, Change>('/api/bank-holidays')

function Add() {
  const [day, setDay] = useState('')
  const [added, setAdded] = useState(0)
  const change = useChange()
  const { today } = useMe()
  return (
    <Section title="Add a bank holiday">
      <Form
        send="Add the day"
        sending={change.isPending}
        onSend={() => change.mutate({ body: { day, is: true } }, { onSuccess: () => setAdded(added + 1) })}
        problem={change.error}
        tries={change.submittedAt}
        ids={{ day: 'holiday-day' }}
      >
        <DayBoxes
          key={added}
          id="holiday-day"
          label="Which day is not worked?"
          hint="For example 24 12 2018"
          value=""
          error={change.error?.fields['day']}
          onChange={setDay}
        />
      </Form>
      <Status>{change.data && `${inWords(change.data.day, today)} is in the calendar.`}</Status>
    </Section>
  )
}

function Years({ list }: { readonly list: BankHolidayList }) {
  const styles = useRoundStyles()
  const own = useStyles()
  const { today } = useMe()
  const change = useChange()
  const years = [...new Set(list.days.map(({ day }) => day.slice(0, 4)))]
  return (
    <Section title="Bank holidays in the calendar">
      {change.error && <Trouble problem={change.error} />}
      <Status>{change.data && `${inWords(change.data.day, today)} was taken out.`}</Status>
      {years.map((year) => (
        <details
          key={year}
          className={mergeClasses(styles.fold, own.year)}
          open={year === today.slice(0, 4) || undefined}
        >
          <summary>{year}</summary>
          <ul className={own.days}>
            {list.days
              .filter(({ day }) => day.startsWith(year))
              .map(({ day, name }) => (
                <li key={day}>
                  <span>
                    <span className={styles.when}>{inWords(day, today)}</span>: {name}
                  </span>
                  {list.may.edit && (
                    <Button
                      size="small"
                      appearance="subtle"
                      disabledFocusable={change.isPending}
                      onClick={() => change.mutate({ body: { day, is: false } })}
                      aria-label={`Take out ${inWords(day, today)}`}
                    >
                      Take out
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        </details>
      ))}
    </Section>
  )
}

const useStyles = makeStyles({
  year: { marginBottom: tokens.spacingVerticalXS },
  days: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
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
