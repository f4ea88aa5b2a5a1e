import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'

import { AT_MEETING } from '#core/close-the-loop/beside.ts'
import type { AtMeeting } from '#core/close-the-loop/beside.ts'
import type { FormView } from '#core/close-the-loop/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import type { useFormAnswer } from './useForm.ts'

type Props = {
  readonly form: FormView
  readonly send: ReturnType<typeof useFormAnswer>
  readonly onDone: () => void
}

const IDS = { metOn: 'held-on', on: 'held-on', present: 'held-lead' } as const

/** The lead person records when the meeting was and who was there. */
export function RecordMeeting({ form, send, onDone }: Props) {
  const [on, setOn] = useState('')
  const [present, setPresent] = useState<readonly AtMeeting[]>([])
  const fields = send.error?.fields ?? {}
  return (
    <Form
      send="Record the meeting"
      secondary
      sending={send.isPending}
      onSend={() =>
        send.mutate(
          { body: { deed: 'record-meeting', on, present }, version: form.version },
          { onSuccess: onDone },
        )
      }
      problem={send.error}
      tries={send.submittedAt}
      ids={IDS}
    >
      <DayBoxes
        id={IDS.on}
        label="When was it?"
        hint="For example 19 6 2018"
        value={on}
        error={fields['on'] ?? fields['metOn']}
        onChange={setOn}
      />
      <fieldset>
        <legend>Who was there?</legend>
        {AT_MEETING.map((who) => (
          <Checkbox
            key={who}
            id={`held-${who}`}
            label={form.row[who].holder ?? form.row[who].title}
            checked={present.includes(who)}
            onChange={(_, { checked }) =>
              setPresent((before) =>
                checked === true ? [...before, who] : before.filter((each) => each !== who),
              )
            }
          />
        ))}
        {fields['present'] && <p>{fields['present']}</p>}
      </fieldset>
    </Form>
  )
}
