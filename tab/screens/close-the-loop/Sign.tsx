import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import type { useFormAnswer } from './useForm.ts'
import { PanelWords, WorkersPart } from './Words.tsx'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

const IDS = { leadNote: 'sign-note' } as const

/** The lead person reads what the worker sent and signs it, again when the partnership sent it back. */
export function Sign({ form, send }: Props) {
  const [leadNote, setNote] = useState(form.leadNote ?? '')
  return (
    <>
      {form.comment && (
        <Notice kind="news" title="The partnership sent it back">
          <p>{form.comment}</p>
        </Notice>
      )}
      {form.words && <PanelWords words={form.words} />}
      <WorkersPart form={{ ...form, comment: null, leadNote: null }} />
      <Section title="Your signature">
        <Form
          send="Sign and send to the partnership"
          sending={send.isPending}
          onSend={() => send.mutate({ body: { deed: 'sign', leadNote }, version: form.version })}
          problem={send.error}
          tries={send.submittedAt}
          ids={IDS}
        >
          <TextField
            id={IDS.leadNote}
            label="Your note (if you have one)"
            hint="Read by the partnership. Do not name the child or the family."
            value={leadNote}
            error={send.error?.fields['leadNote']}
            onChange={setNote}
          />
        </Form>
      </Section>
    </>
  )
}
