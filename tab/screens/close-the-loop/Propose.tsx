import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import type { useFormAnswer } from './useForm.ts'

type Props = {
  readonly form: FormView
  readonly send: ReturnType<typeof useFormAnswer>
  readonly onDone: () => void
}
type Slot = { readonly on: string; readonly from: string; readonly to: string }

const NO_SLOT: Slot = { on: '', from: '', to: '' }
const PLACES = ['First', 'Second', 'Third'] as const
const IDS = { slots: 'slot-0-on' } as const

/** Up to three times; what is left empty is not proposed. */
export function Propose({ form, send, onDone }: Props) {
  const [slots, setSlots] = useState<readonly Slot[]>(PLACES.map(() => NO_SLOT))
  const change = (at: number, said: Partial<Slot>) =>
    setSlots((before) => before.map((slot, place) => (place === at ? { ...slot, ...said } : slot)))
  return (
    <Form
      send="Propose these times"
      secondary
      sending={send.isPending}
      onSend={() =>
        send.mutate(
          {
            body: {
              deed: 'propose-times',
              slots: slots.filter(({ on, from, to }) => on !== '' || from !== '' || to !== ''),
            },
            version: form.version,
          },
          { onSuccess: onDone },
        )
      }
      problem={send.error}
      tries={send.submittedAt}
      ids={IDS}
    >
      {PLACES.map((name, place) => (
        <div key={name}>
          <DayBoxes
            id={`slot-${place}-on`}
            label={`${name} time: the day${place === 0 ? '' : ' (if you have one)'}`}
            hint="For example 19 6 2018"
            value={slots[place]?.on ?? ''}
            error={place === 0 ? send.error?.fields['slots'] : undefined}
            onChange={(on) => change(place, { on })}
          />
          <LineField
            id={`slot-${place}-from`}
            label={`${name} time: from`}
            type="time"
            value={slots[place]?.from ?? ''}
            onChange={(from) => change(place, { from })}
          />
          <LineField
            id={`slot-${place}-to`}
            label={`${name} time: to`}
            type="time"
            value={slots[place]?.to ?? ''}
            onChange={(to) => change(place, { to })}
          />
        </div>
      ))}
    </Form>
  )
}
