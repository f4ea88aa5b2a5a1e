import { Checkbox } from '@fluentui/react-components'
import { useState } from 'react'

import type { CollationView } from '#core/returns/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { described, Hints } from '../../parts/form/Labelled.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import { useSubmission } from '../../submission.ts'
import { useReturnStyles } from './returns.styles.ts'
import { collationAddress } from './useCollation.ts'

const ids = { statement: 'send-on-statement', anyway: 'send-on-anyway' } as const

/** The shared view of the impact, and sending on; without an agency only when that is said. */
export function SendOn({ of }: { readonly of: CollationView }) {
  const styles = useReturnStyles()
  const [statement, setStatement] = useState('')
  const [anyway, setAnyway] = useState(false)
  const send = useSubmission<unknown, object>(`${collationAddress(of.id)}/send-on`)
  const missing = of.inputs.filter((input) => input.missing).map(missingOf)
  const error = send.error?.fields['anyway']
  return (
    <Section title="Send on to the partnership">
      <div className={styles.form}>
        <Form
          send="Send on"
          sending={send.isPending}
          onSend={() => send.mutate({ body: { statement, anyway }, version: of.version })}
          problem={send.error}
          tries={send.submittedAt}
          ids={ids}
        >
          <TextField
            id={ids.statement}
            label="Your shared view of the impact on the child"
            hint="What the work of your agencies together changed for the child. The partnership reads it."
            error={send.error?.fields['statement']}
            value={statement}
            onChange={setStatement}
            rows={6}
          />
          {missing.length > 0 && (
            <div className={styles.field}>
              <Hints id={ids.anyway} hint={`Not in yet: ${missing.join(', ')}.`} error={error} />
              <Checkbox
                id={ids.anyway}
                checked={anyway}
                onChange={(_, { checked }) => setAnyway(checked === true)}
                label="Send on without them. The partnership is shown that they were missing."
                {...described({ id: ids.anyway, hint: 'missing', error })}
              />
            </div>
          )}
          <p className={styles.quiet}>When you send on, you accept what your agencies sent.</p>
        </Form>
      </div>
    </Section>
  )
}

/** "GPs (evaluation)". */
function missingOf({ agency, chronology, evaluation }: CollationView['inputs'][number]): string {
  const parts = [chronology?.owing && 'chronology', evaluation?.owing && 'evaluation'].filter(Boolean)
  return `${agency} (${parts.join(' and ')})`
}
