import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'

import { countOf } from '#core/count.ts'
import type { HolidayRow, HolidaysRead, SchoolHolidaysSet } from '#core/round/school-holidays/views.ts'

import { useMe } from '../../me.ts'
import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'
import { daysInWords, useHolidayChange } from './useSchoolHolidays.ts'

const IDS = { text: 'school-holiday-lines' } as const

type Props = { readonly onEntered: (holidays: readonly HolidayRow[]) => void }

/** Lines of the council's page: read first, entered when somebody checked them. What cannot be read stays. */
export function SchoolHolidayLines({ onEntered }: Props) {
  const styles = useStyles()
  const [text, setText] = useState('')
  const [read, setRead] = useState<Read>()
  const ask = useSubmission<HolidaysRead, { text: string }>('/api/school-holidays/read')
  // What was typed while the lines were checked is not checked yet.
  const checked = read?.of === text ? read.found : undefined
  const check = (): void =>
    ask.mutate({ body: { text } }, { onSuccess: (found) => setRead({ of: text, found }) })
  const entered = (problems: HolidaysRead['problems'], { changed }: SchoolHolidaysSet): void => {
    setText(problems.map((each) => each.text).join('\n'))
    setRead(undefined)
    onEntered(changed)
  }
  const goBack = (): void => {
    setRead(undefined)
    document.querySelector<HTMLElement>(`#${IDS.text}`)?.focus()
  }
  return (
    <>
      <Form
        send="Check the lines"
        secondary
        sending={ask.isPending}
        onSend={check}
        problem={ask.error}
        tries={ask.submittedAt}
        ids={IDS}
      >
        <TextField
          id={IDS.text}
          label="School holidays of your council"
          hint="Paste them from the council’s page, one on each line. For example: Autumn half-term, Monday 24 October to Friday 28 October 2022."
          error={ask.error?.fields['text']}
          value={text}
          onChange={setText}
        />
      </Form>
      <Status>
        {read && !checked && !ask.isPending && (
          <p>The lines have changed since they were checked. Check them again.</p>
        )}
      </Status>
      {checked && (
        <div key={ask.submittedAt} className={styles.check}>
          <Check read={checked} onEntered={(done) => entered(checked.problems, done)} onBack={goBack} />
        </div>
      )}
    </>
  )
}

/** An answer, with the text that it is about. */
type Read = { readonly of: string; readonly found: HolidaysRead }

type CheckProps = {
  readonly read: HolidaysRead
  readonly onEntered: (done: SchoolHolidaysSet) => void
  readonly onBack: () => void
}

/** What was read, before anything is kept. */
function Check({ read: { holidays, known, problems }, onEntered, onBack }: CheckProps) {
  const styles = useStyles()
  const { today } = useMe()
  const enter = useHolidayChange()
  const count = countOf(holidays.length, 'holiday')
  const title =
    holidays.length === 0 ? 'There is no new holiday in these lines' : `Check before you enter ${count}`
  return (
    <Notice kind={problems.length > 0 ? 'trouble' : 'news'} title={title} takesFocus>
      {holidays.length > 0 && (
        <ul>
          {holidays.map((each) => (
            <li key={each.first}>
              {each.name}: {daysInWords(each, today)}
            </li>
          ))}
        </ul>
      )}
      {known > 0 && <p>{countOf(known, 'is', 'are')} entered already.</p>}
      {problems.length > 0 && (
        <>
          <p>
            {countOf(problems.length, 'line was', 'lines were')} not taken. What is wrong stays in the field
            above:
          </p>
          <ul>
            {problems.map(({ line, text, says }) => (
              <li key={line}>
                Line {line}, “{text}”: {says}
              </li>
            ))}
          </ul>
        </>
      )}
      {enter.error && <Trouble key={enter.submittedAt} problem={enter.error} takesFocus />}
      <div className={styles.acts}>
        {holidays.length > 0 && (
          <Button
            disabledFocusable={enter.isPending}
            onClick={() => enter.mutate({ body: { holidays, is: true } }, { onSuccess: onEntered })}
          >
            {enter.isPending ? 'Sending' : `Enter ${count}`}
          </Button>
        )}
        <Button appearance="subtle" onClick={onBack}>
          Go back
        </Button>
      </div>
    </Notice>
  )
}

const useStyles = makeStyles({
  check: { marginTop: tokens.spacingVerticalL },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalM,
  },
})
