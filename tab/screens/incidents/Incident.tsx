import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { IncidentView } from '#core/incidents/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { useCaseStyles } from '../cases/OneCase.styles.ts'
import { usePeopleStyles } from '../people/People.styles.ts'
import { incidentAddress, useIncident } from './useIncidents.ts'

const UP = { to: routes.incidents, name: 'Sent to the wrong person' }

/** One incident: the clock, who opened what, the draft of the note, and the decision that stops the clock. */
export function Incident({ id }: { readonly id: string }) {
  const { data, error, refetch } = useIncident(id)
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown" up={UP}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page title={`Incident ${data.number}: ${data.reference}`} says={data.stands} up={UP} narrow>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      <Clock of={data} />
      <Facts of={data} />
      <Opened of={data} />
      <Note of={data} />
      {data.open && <Settle of={data} />}
    </Page>
  )
}

type Shown = { readonly of: IncidentView }

function Clock({ of: { open, late, reportBy } }: Shown) {
  if (!open) return null
  return (
    <Notice
      kind={late ? 'trouble' : 'news'}
      title={late ? 'The 72 hours have ended' : `The 72 hours end on ${reportBy}`}
    >
      <p>
        Ask the data protection officer whether the Information Commissioner has to be told. Access was
        withdrawn; ask the person to delete what they may have kept, and to confirm it.
      </p>
    </Notice>
  )
}

function Facts({ of: { withdrawn, from, raised, happened, decided } }: Shown) {
  const styles = useCaseStyles()
  return (
    <dl className={styles.facts}>
      <dt>Withdrawn</dt>
      <dd>{withdrawn}</dd>
      {from && (
        <>
          <dt>From</dt>
          <dd>{from}</dd>
        </>
      )}
      <dt>Known since</dt>
      <dd>{raised}</dd>
      <dt>What happened</dt>
      <dd>{happened}</dd>
      {decided && (
        <>
          <dt>Decided</dt>
          <dd>{decided}</dd>
        </>
      )}
    </dl>
  )
}

function Opened({ of: { opened } }: Shown) {
  return (
    <Section title="Who opened what">
      {opened.length === 0 ? (
        <p>Nothing was opened, as far as the audit trail says.</p>
      ) : (
        <ul>
          {opened.map(({ at, who, what }) => (
            <li key={`${at} ${who} ${what}`}>
              {at}: {who} opened {what}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The draft as text: to be saved, or to be copied from here. */
function Note({ of: { number, note } }: Shown) {
  const styles = usePeopleStyles()
  const save = () => {
    const address = URL.createObjectURL(new Blob([note], { type: 'text/plain;charset=utf-8' }))
    const link = document.createElement('a')
    link.href = address
    link.download = `incident-${number}.txt`
    link.click()
    URL.revokeObjectURL(address)
  }
  return (
    <Section title="Draft of the note">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what may scroll is reached by the keyboard */}
      <pre className={styles.note} tabIndex={0}>
        {note}
      </pre>
      <Button onClick={save}>Save the note as text</Button>
    </Section>
  )
}

const IDS = { as: 'settle-as', decided: 'settle-decided' } as const

function Settle({ of }: Shown) {
  const styles = usePeopleStyles()
  const save = useSubmission<{ version: number }, { as: string; decided: string }>(
    `${incidentAddress(of.id)}/end`,
  )
  const [as, setAs] = useState('')
  const [decided, setDecided] = useState('')
  const errors = save.error?.fields ?? {}
  return (
    <Section title="Stop the clock">
      <div className={styles.form}>
        <Form
          send="Record the decision"
          sending={save.isPending}
          onSend={() => save.mutate({ body: { as, decided }, version: of.version })}
          problem={save.error}
          tries={save.submittedAt}
          ids={IDS}
        >
          <RadioField
            id={IDS.as}
            label="Was it reported?"
            error={errors['as']}
            options={{
              reported: 'It was reported to the Information Commissioner',
              'not-reportable': 'It need not be reported',
            }}
            value={as}
            onChange={setAs}
          />
          <TextField
            id={IDS.decided}
            label="Who decided, and why"
            hint="Use references, never the name of a child."
            error={errors['decided']}
            value={decided}
            onChange={setDecided}
          />
        </Form>
      </div>
    </Section>
  )
}
