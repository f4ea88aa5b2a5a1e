import { useState } from 'react'

import { Empty } from '../../parts/Empty.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { InDanger } from './InDanger.tsx'
import { NewEscalationForm } from './NewEscalationForm.tsx'
import { useNewEscalation } from './useNewEscalation.ts'

const UP = { to: routes.escalations, name: 'Escalations' } as const

/** A concern in a minute; a child in danger now is asked about first, and then nothing else is shown. */
export function NewEscalation() {
  const raising = useNewEscalation()
  const { data, error, refetch } = raising.options
  const [danger, setDanger] = useState('')
  if (!data && !error) return <Skeleton />
  return (
    <Page title="Raise a concern" says="Whoever you ask is told at once." up={UP} narrow>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      <RadioField
        id="new-danger"
        label="Is a child in danger now?"
        options={{ no: 'No', yes: 'Yes' }}
        value={danger}
        onChange={setDanger}
      />
      {danger === 'yes' && <InDanger />}
      {danger === 'no' && data && data.others.length === 0 && (
        <Empty says="Nobody can be asked here yet. Ring the partnership." />
      )}
      {danger === 'no' && data && data.others.length > 0 && (
        <NewEscalationForm raising={raising} options={data} />
      )}
    </Page>
  )
}
