import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import { PAUSE_WORDS } from '#core/cases/pause-words.ts'
import type { CaseView } from '#core/cases/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'
import { useCaseStyles } from './OneCase.styles.ts'

const WHY = 'pause-why'

/** While a case is paused nothing is sent about the child; what is owed stays owed. */
export function Pause({ of }: { readonly of: CaseView }) {
  if (of.paused)
    return (
      <Notice kind="news" title={`${of.paused}: nothing is sent about this child.`}>
        {of.may.pause && <Resume of={of} />}
      </Notice>
    )
  return of.may.pause ? <Stop of={of} /> : null
}

function Stop({ of: { id, version } }: { readonly of: CaseView }) {
  const styles = useCaseStyles()
  const [asks, setAsks] = useState(false)
  const [why, setWhy] = useState('')
  const pause = useSubmission<{ version: number }, { why: string }>(
    `/api/cases/${encodeURIComponent(id)}/pause`,
  )
  return (
    <Section title="Pause">
      <p className={styles.text}>
        After a death, during a trial or a statutory review, or when the child moved away: all messages about
        this child stop at once. What is owed stays as it is.
      </p>
      {!asks && <Button onClick={() => setAsks(true)}>Pause this case</Button>}
      {asks && (
        <div className={styles.form}>
          <Form
            send="Pause this case"
            sending={pause.isPending}
            onSend={() => pause.mutate({ body: { why }, version })}
            problem={pause.error}
            tries={pause.submittedAt}
            ids={{ why: WHY }}
          >
            <RadioField
              id={WHY}
              label="Why?"
              hint="Read by those who may see this case."
              error={pause.error?.fields['why']}
              options={SAID}
              value={why}
              onChange={setWhy}
            />
          </Form>
          <Button appearance="subtle" onClick={() => setAsks(false)}>
            Not now
          </Button>
        </div>
      )}
    </Section>
  )
}

const SAID = Object.fromEntries(
  Object.entries(PAUSE_WORDS).map(([why, words]) => [
    why,
    `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
  ]),
)

function Resume({ of: { id, version } }: { readonly of: CaseView }) {
  const resume = useSubmission<{ version: number }, object>(`/api/cases/${encodeURIComponent(id)}/resume`)
  return (
    <>
      <p>What fell due meanwhile is sent once when you go on.</p>
      <Button disabledFocusable={resume.isPending} onClick={() => resume.mutate({ body: {}, version })}>
        Go on with this case
      </Button>
      <Status>{resume.error && <Trouble problem={resume.error} />}</Status>
    </>
  )
}
