import { useState } from 'react'

import type { SeatView } from '#core/people/views.ts'

import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { useSubmission } from '../../submission.ts'
import { postAddress } from './usePeople.ts'

const IDS = { as: 'end-as', from: 'end-from' } as const

/** From a day on nobody holds the post, or nobody deputises. */
export function EndForm({ of, onDone }: { readonly of: SeatView; readonly onDone: () => void }) {
  const { today } = useMe()
  const save = useSubmission<{ version: number }, { as: string; from: string }>(`${postAddress(of.id)}/end`)
  const holder = of.holder ?? of.next
  const options = {
    ...(of.may.leaveVacant && holder && { holder: `${holder.name} holds it no more` }),
    ...(of.may.nameDeputy &&
      of.deputies[0] && { deputy: `${of.deputies.map(({ name }) => name).join(', ')} deputises no more` }),
  }
  const [as, setAs] = useState(Object.keys(options).length === 1 ? (Object.keys(options)[0] ?? '') : '')
  const [from, setFrom] = useState(today)
  const errors = save.error?.fields ?? {}
  return (
    <Form
      send="End it"
      secondary
      sending={save.isPending}
      onSend={() => save.mutate({ body: { as, from }, version: of.version }, { onSuccess: onDone })}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <RadioField
        id={IDS.as}
        label="Whose time ends"
        hint="A post without a holder gets no prompts. What it owes waits, and stands on top of the people page."
        error={errors['as']}
        options={options}
        value={as}
        onChange={setAs}
      />
      <DayBoxes
        id={IDS.from}
        label="First day without them"
        error={errors['from']}
        value={from}
        onChange={setFrom}
      />
    </Form>
  )
}
