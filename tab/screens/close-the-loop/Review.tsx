import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Section } from '../../parts/Section.tsx'
import type { useFormAnswer } from './useForm.ts'
import { PanelWords, WorkersPart } from './Words.tsx'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

const IDS = { deed: 'review-deed', comment: 'review-comment' } as const
const SEND: Readonly<Record<string, string>> = { close: 'Close it', 'send-back': 'Send it back' }
const CHOICES = { close: 'Close the form', 'send-back': 'Send it back to the lead person' } as const

/** The partnership reads the signed form, and closes it or sends it back with a comment. */
export function Review({ form, send }: Props) {
  const [deed, setDeed] = useState('')
  const [comment, setComment] = useState('')
  const fields = send.error?.fields ?? {}
  return (
    <>
      {form.words && <PanelWords words={form.words} />}
      <WorkersPart form={form} />
      <Section title="Your review">
        <Form
          send={SEND[deed] ?? 'Give your decision'}
          sending={send.isPending}
          onSend={() =>
            send.mutate({
              body: deed === 'send-back' ? { deed, comment } : { deed },
              version: form.version,
            })
          }
          problem={send.error}
          tries={send.submittedAt}
          ids={IDS}
        >
          <RadioField
            id={IDS.deed}
            label="What do you decide?"
            error={fields['deed']}
            options={CHOICES}
            value={deed}
            onChange={setDeed}
          />
          {deed === 'send-back' && (
            <TextField
              id={IDS.comment}
              label="What is still missing?"
              hint="Read by the lead person. Do not name the child or the family."
              value={comment}
              error={fields['comment']}
              onChange={setComment}
            />
          )}
        </Form>
      </Section>
    </>
  )
}
