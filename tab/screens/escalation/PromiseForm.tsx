import { useState } from 'react'

import type { EscalationView } from '#core/escalation/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import { useEscalationStyles } from './Escalation.styles.ts'
import type { Send } from './useEscalation.ts'

type Props = { readonly of: EscalationView; readonly send: Send }

const IDS = {
  what: 'promise-what',
  who: 'promise-who',
  by: 'promise-by',
  waitsFor: 'promise-waits',
} as const
const NONE = {} as const

/** Whoever is asked says what will be done, by whom, by which day. */
export function PromiseForm({ of, send }: Props) {
  const [what, setWhat] = useState('')
  const [who, setWho] = useState('')
  const [by, setBy] = useState('')
  const [waitsFor, setWaitsFor] = useState('')
  const fields: Readonly<Record<string, string>> = send.error?.fields ?? NONE
  return (
    <Section title="Your answer">
      <Form
        send="Promise it"
        sending={send.isPending}
        onSend={() =>
          send.mutate({ body: { deed: 'promise', what, who, by, waitsFor }, version: of.version })
        }
        problem={send.error}
        tries={send.submittedAt}
        ids={IDS}
      >
        <TextField
          id={IDS.what}
          label="What will be done?"
          hint="Read by whoever raised it, those who were asked, and the partnership. Do not name the child or the family."
          rows={3}
          value={what}
          error={fields['what']}
          onChange={setWhat}
        />
        <LineField id={IDS.who} label="Who will do it?" value={who} error={fields['who']} onChange={setWho} />
        <DayBoxes
          id={IDS.by}
          label="By which day?"
          hint="On that day both sides are asked whether it happened."
          value={by}
          error={fields['by']}
          onChange={setBy}
        />
        <LineField
          id={IDS.waitsFor}
          label="Which meeting or panel does it wait for? (if any)"
          hint="Whoever raised it is asked meanwhile whether it can be stepped up without waiting."
          value={waitsFor}
          error={fields['waitsFor']}
          onChange={setWaitsFor}
        />
      </Form>
    </Section>
  )
}

/** Whoever promised says that it is done; it closes nothing. */
export function Kept({ of, send }: Props) {
  const styles = useEscalationStyles()
  return (
    <Section title="Is it done?">
      <p className={styles.text}>Whoever raised it is asked whether it happened. Only they can say so.</p>
      <Form
        send="It is done"
        sending={send.isPending}
        onSend={() => send.mutate({ body: { deed: 'say-kept' }, version: of.version })}
        problem={send.error}
        tries={send.submittedAt}
        ids={NONE}
      >
        {null}
      </Form>
    </Section>
  )
}
