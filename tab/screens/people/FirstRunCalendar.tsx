import { Button } from '@fluentui/react-components'

import { countOf } from '#core/count.ts'
import type { FirstRunView } from '#core/people/first-run/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { SchoolHolidays } from '../round/SchoolHolidays.tsx'
import { useFirstRunStyles } from './FirstRun.styles.ts'

type Props = { readonly of: FirstRunView; readonly isNext: boolean }

/** The bank holidays are looked at once; school holidays may be entered, now or later. */
export function FirstRunCalendar({ of: { calendar, done, version }, isNext }: Props) {
  const styles = useFirstRunStyles()
  const { today } = useMe()
  const check = useSubmission<{ version: number }, object>('/api/set-up/calendar')
  return (
    <>
      <p>
        {calendar.until === null
          ? 'There is no bank holiday to come in the calendar.'
          : `${countOf(calendar.coming, 'bank holiday is', 'bank holidays are')} still to come in the calendar, the last on ${inWords(calendar.until, today)}.`}
      </p>
      <p>
        <TextLink to={routes.bankHolidays}>See and change the bank holidays</TextLink>
      </p>
      <h3 className={styles.heading}>School holidays</h3>
      <p>You can enter them now, later or not at all: this step is done without them.</p>
      <SchoolHolidays />
      {check.error && <Trouble problem={check.error} takesFocus />}
      {!done.calendar && (
        <Button
          appearance={isNext ? 'primary' : 'secondary'}
          disabledFocusable={check.isPending}
          onClick={() => check.mutate({ body: {}, version })}
        >
          The calendar is right
        </Button>
      )}
    </>
  )
}
