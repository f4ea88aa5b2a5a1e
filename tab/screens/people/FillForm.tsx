import { useState } from 'react'

import type { SeatView } from '#core/people/views.ts'

import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'
import { PersonField } from '../cases/PersonField.tsx'
import { usePeopleOptions } from '../cases/useCase.ts'
import { sent, someone } from '../cases/useTeam.ts'
import type { Person, Sent } from '../cases/useTeam.ts'
import { postAddress } from './usePeople.ts'

const IDS = { who: 'post-who', from: 'post-from' } as const

type Props = {
  readonly of: SeatView
  readonly as: 'holder' | 'deputy'
  readonly onDone: () => void
}

/** Somebody holds a post from a day on, or deputises. */
export function FillForm({ of, as, onDone }: Props) {
  const { today } = useMe()
  const options = usePeopleOptions()
  const save = useSubmission<{ version: number }, { who: Sent; from: string }>(`${postAddress(of.id)}/${as}`)
  const [who, setWho] = useState<Person>(someone(undefined))
  const [from, setFrom] = useState(today)
  if (options.error && !options.data)
    return <Trouble problem={options.error} onAgain={() => void options.refetch()} />
  if (!options.data) return <Skeleton rows={3} />
  const errors = save.error?.fields ?? {}
  return (
    <Form
      send={as === 'holder' ? 'Name the holder' : 'Name the deputy'}
      sending={save.isPending}
      onSend={() =>
        save.mutate({ body: { who: sent(who), from }, version: of.version }, { onSuccess: onDone })
      }
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <PersonField
        id={IDS.who}
        label={as === 'holder' ? 'Who holds it' : 'Deputy'}
        hint={
          as === 'holder'
            ? 'All that the post owes goes to them, with what was asked for from it.'
            : 'Sees and answers what the holder does, beside them.'
        }
        error={errors['who']}
        people={options.data.people.map(({ id, name, jobTitle }) => ({
          id,
          name: jobTitle ? `${name}, ${jobTitle}` : name,
        }))}
        value={who}
        onChange={(part) => setWho((before) => ({ ...before, ...part }))}
      />
      <DayBoxes
        id={IDS.from}
        label="From"
        hint="Today or a later day."
        error={errors['from']}
        value={from}
        onChange={setFrom}
      />
    </Form>
  )
}
