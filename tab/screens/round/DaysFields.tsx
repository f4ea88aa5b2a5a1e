import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'

import type { TimetableProposal } from '#core/round/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Hints } from '../../parts/form/Labelled.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { useRoundStyles } from './Rounds.styles.ts'
import { useTimetable } from './useSetUp.ts'
import type { RoundDraft } from './useSetUp.ts'

type Props = {
  readonly method: string
  readonly draft: RoundDraft
  readonly write: (change: Partial<RoundDraft>) => void
  readonly error: (field: string) => string | undefined
}

/** The first Monday and the weeks that are not counted; what it makes of the timetable stands beside. */
export function DaysFields({ method, draft, write, error }: Props) {
  const styles = useRoundStyles()
  const [taken, setTaken] = useState(0)
  const { data } = useTimetable(method, draft)
  const { today } = useMe()
  const take = (start: string) => {
    write({ start })
    setTaken(taken + 1)
  }
  return (
    <div className={styles.beside}>
      <div>
        <DayBoxes
          key={taken}
          id="round-start"
          label="First day"
          hint="A Monday, for example 7 5 2018"
          value={draft.start}
          error={error('start')}
          onChange={(start) => write({ start, leftOut: [] })}
        />
        <Status>
          {data?.problems.map(({ says, proposed }) => (
            <Notice key={says} kind="trouble" title={says}>
              <p>
                <Button onClick={() => take(proposed)}>Take {inWords(proposed, today)}</Button>
              </p>
            </Notice>
          ))}
          {data?.warnings.map((says) => (
            <Notice key={says} kind="news" title={says} />
          ))}
        </Status>
        {data && data.weeks.length > 0 && (
          <Weeks
            weeks={data.weeks}
            leftOut={draft.leftOut}
            error={error('leftOut')}
            onChange={(leftOut) => write({ leftOut })}
          />
        )}
      </div>
      {data?.timetable && <Short timetable={data.timetable} />}
    </div>
  )
}

type WeeksProps = {
  readonly weeks: TimetableProposal['weeks']
  readonly leftOut: readonly string[]
  readonly error: string | undefined
  readonly onChange: (leftOut: readonly string[]) => void
}

function Weeks({ weeks, leftOut, error, onChange }: WeeksProps) {
  const styles = useRoundStyles()
  const hint = 'A week that is left out is not counted at all. A single bank holiday moves no day.'
  return (
    <fieldset className={styles.boxes} aria-describedby="round-weeks-hint">
      <legend className={styles.legend}>Weeks to leave out</legend>
      <Hints id="round-weeks" hint={hint} error={error} />
      {weeks.map(({ monday, words, notes }, place) => (
        <Checkbox
          key={monday}
          id={place === 0 ? 'round-weeks' : `round-weeks-${monday}`}
          label={notes.length > 0 ? `${words}: ${notes.join(', ')}` : words}
          checked={leftOut.includes(monday)}
          onChange={() =>
            onChange(
              leftOut.includes(monday) ? leftOut.filter((each) => each !== monday) : [...leftOut, monday],
            )
          }
        />
      ))}
    </fieldset>
  )
}

/** What happens when, in short. */
function Short({ timetable }: { readonly timetable: NonNullable<TimetableProposal['timetable']> }) {
  const styles = useRoundStyles()
  return (
    <div>
      <h3 className={styles.legend}>The timetable with these days</h3>
      {timetable.stages.map(({ title, days }) => (
        <div key={title} className={styles.stage}>
          <h4>{title}</h4>
          <ul className={styles.short}>
            {days.map(({ id, when, title: what, bankHoliday }) => (
              <li key={id}>
                <span className={styles.when}>{when}</span>
                {bankHoliday && ' (bank holiday)'}: {what}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
