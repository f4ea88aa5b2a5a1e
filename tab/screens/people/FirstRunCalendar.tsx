import { Button } from '@fluentui/react-components'

import { countOf } from '#core/count.ts'
import type { FirstRunView } from '#core/people/first-run/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'

type Props = { readonly of: FirstRunView; readonly isNext: boolean }

/** The bank holidays are looked at once; school holidays are left out week by week when a round is set up. */
export function FirstRunCalendar({ of: { calendar, done, version }, isNext }: Props) {
  const { today } = useMe()
  const check = useSubmission<{ version: number }, object>('/api/set-up/calendar')
  return (
    <>
      <p>
        {calendar.until === null
          ? 'There is no bank holiday to come in the calendar.'
          : `${countOf(calendar.coming, 'bank holiday is', 'bank holidays are')} still to come in the calendar, the last on ${inWords(calendar.until, today)}.`}{' '}
        School holidays are left out week by week when a round is set up.
      </p>
      <p>
        <TextLink to={routes.bankHolidays}>See and change the bank holidays</TextLink>
      </p>
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
