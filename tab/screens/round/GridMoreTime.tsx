import { useState } from 'react'

import { inWords, isDay, shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Drawer } from '../../parts/Drawer.tsx'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { useMoreTime } from './useGrid.ts'
import type { Chosen } from './useGrid.ts'

type Props = {
  readonly chosen: Chosen
  readonly panelDay: string
  readonly onClose: () => void
  readonly onDone: (news: string) => void
}

const IDS = { part: 'more-time-part', until: 'more-time-until' } as const

/** Another day for a part that the agency still owes. */
export function GridMoreTime({ chosen: { agency, row, cell }, panelDay, onClose, onDone }: Props) {
  const { today } = useMe()
  const items = cell.items.filter(({ may }) => may.moreTime)
  const [first] = items
  const [part, setPart] = useState<string>(first?.part ?? '')
  const [until, setUntil] = useState('')
  const save = useMoreTime(first?.subject.id ?? '')
  const item = items.find((each) => each.part === part) ?? first
  if (!item) return null
  const send = () =>
    save.mutate(
      { body: { part: item.part, until }, version: item.version },
      {
        onSuccess: () =>
          onDone(
            `${agency.name} has until ${isDay(until) ? inWords(until, today) : until} for the ${item.name.toLowerCase()} of ${row.reference}.`,
          ),
      },
    )
  return (
    <Drawer title={`More time for ${agency.name}, ${row.reference}`} onClose={onClose}>
      <Form
        send="Give more time"
        sending={save.isPending}
        onSend={send}
        problem={save.error}
        tries={save.submittedAt}
        ids={IDS}
      >
        {items.length > 1 && (
          <RadioField
            id={IDS.part}
            label="For what"
            error={save.error?.fields['part']}
            options={Object.fromEntries(
              items.map(({ part: name, name: word, words }) => [name, `${word} (${words})`]),
            )}
            value={part}
            onChange={setPart}
          />
        )}
        <DayBoxes
          id={IDS.until}
          label="Until which day"
          hint={`A day before panel day, ${inWords(panelDay, today)}. Now it is ${item.due ? shortWords(item.due, today) : 'without a day'}.`}
          error={save.error?.fields['until']}
          value={until}
          onChange={setUntil}
        />
        <p>{agency.lead ?? 'The lead person'} is reminded before the new day, as for every day.</p>
      </Form>
    </Drawer>
  )
}
