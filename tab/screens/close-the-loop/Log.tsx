import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { Logged } from '#core/close-the-loop/beside.ts'
import type { FormView } from '#core/close-the-loop/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import { useFormStyles } from './Form.styles.ts'
import { useFormAnswer } from './useForm.ts'

type Entries = NonNullable<FormView['log']>
type Props = {
  readonly form: FormView
  readonly log: Entries
}

const LOGGED: Readonly<Record<Logged, string>> = {
  told: 'Told the worker',
  spoke: 'Spoke with the worker',
  'next-check': 'Next check',
}
const WHAT: Readonly<Record<Entries[number]['what'], string>> = {
  ...LOGGED,
  'sent-back': 'Sent back by the partnership',
}

/** The lead person's log: when the worker was told, what was spoken of, when to look again. */
export function Log({ form, log }: Props) {
  const styles = useFormStyles()
  const { today } = useMe()
  const [writing, setWriting] = useState(false)
  return (
    <Section title="The lead person’s log">
      <p className={styles.quiet}>Read by the lead person and the partnership.</p>
      {form.checkOn && <p>The next check is on {inWords(form.checkOn, today)}.</p>}
      {log.length === 0 && <p>Nothing is in it yet.</p>}
      <ul className={styles.entries}>
        {log.map(({ what, on, text, who, at }, place) => (
          <li key={log.length - place}>
            <p>
              {WHAT[what]}, {inWords(on, today)}
            </p>
            <p className={styles.line}>{text}</p>
            <p className={styles.when}>
              {who}, {at}
            </p>
          </li>
        ))}
      </ul>
      {form.may.tend && !writing && <Button onClick={() => setWriting(true)}>Write in the log</Button>}
      {form.may.tend && writing && <NewEntry form={form} onDone={() => setWriting(false)} />}
    </Section>
  )
}

const IDS = { what: 'log-what', on: 'log-on', text: 'log-text' } as const

function NewEntry({ form, onDone }: Omit<Props, 'log'> & { readonly onDone: () => void }) {
  const send = useFormAnswer(form.row.id)
  const [what, setWhat] = useState('spoke')
  const [on, setOn] = useState('')
  const [text, setText] = useState('')
  const fields = send.error?.fields ?? {}
  return (
    <Form
      send="Keep it"
      secondary
      sending={send.isPending}
      onSend={() =>
        send.mutate({ body: { deed: 'log', what, on, text }, version: form.version }, { onSuccess: onDone })
      }
      problem={send.error}
      tries={send.submittedAt}
      ids={IDS}
    >
      <RadioField
        id={IDS.what}
        label="What is it?"
        options={LOGGED}
        value={what}
        error={fields['what']}
        onChange={setWhat}
      />
      <DayBoxes
        id={IDS.on}
        label={what === 'next-check' ? 'When do you look again?' : 'When was it?'}
        hint={what === 'next-check' ? 'You are reminded on that day.' : 'For example 19 6 2018'}
        value={on}
        error={fields['on']}
        onChange={setOn}
      />
      <TextField
        id={IDS.text}
        label="In a few words"
        hint="Do not name the child or the family."
        value={text}
        error={fields['text']}
        onChange={setText}
      />
    </Form>
  )
}
