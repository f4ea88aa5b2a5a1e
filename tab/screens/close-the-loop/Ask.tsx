import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'
import { QUESTION_WORDS } from '#core/close-the-loop/words.ts'

import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import type { useFormAnswer } from './useForm.ts'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

const IDS = { about: 'ask-about', text: 'ask-text' } as const

/** The worker says that something is not right, or cannot be done: it goes to the lead person. */
export function Ask({ form, send }: Props) {
  const [open, setOpen] = useState(false)
  const [about, setAbout] = useState('')
  const [text, setText] = useState('')
  if (!form.may.ask) return null
  if (!open) return <Button onClick={() => setOpen(true)}>Say what is not right</Button>
  const { lead } = form.row
  return (
    <Form
      send={`Send to ${lead.holder ?? 'the lead person'}`}
      secondary
      sending={send.isPending}
      onSend={() =>
        send.mutate(
          { body: { deed: 'ask', about, text }, version: form.version },
          { onSuccess: () => setOpen(false) },
        )
      }
      problem={send.error}
      tries={send.submittedAt}
      ids={IDS}
    >
      <RadioField
        id={IDS.about}
        label="What is it?"
        options={QUESTION_WORDS}
        value={about}
        error={send.error?.fields['about']}
        onChange={setAbout}
      />
      <TextField
        id={IDS.text}
        label="Say what it is"
        hint={`Read by ${lead.holder ?? 'the lead person'} and the partnership, and by nobody else. Do not name the child or the family.`}
        value={text}
        error={send.error?.fields['text']}
        onChange={setText}
      />
    </Form>
  )
}
