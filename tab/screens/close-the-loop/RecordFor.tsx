import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { MakePaper } from '../chronology/MakePaper.tsx'
import { useFormStyles } from './Form.styles.ts'
import { readWordForm } from './read-word-form.ts'
import type { useFormAnswer } from './useForm.ts'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

const IDS = {
  how: 'for-how',
  metOn: 'for-met-on',
  present: 'for-present',
  background: 'for-background',
  reflections: 'for-reflections',
  learning: 'for-learning',
} as const
const HOW = { 'by-phone': 'By phone', 'face-to-face': 'Face to face', 'in-writing': 'In writing' } as const
const EMPTY = { how: '', metOn: '', present: '', background: '', reflections: '', learning: '' }

/** The worker's part, given by phone or on paper, recorded for the worker and marked so everywhere. */
export function RecordFor({ form, send }: Props) {
  const styles = useFormStyles()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(EMPTY)
  const [read, setRead] = useState<'nothing' | 'filled' | 'not-ours'>('nothing')
  // Counts the files read, so that the boxes of the day begin with what was found.
  const [filled, setFilled] = useState(0)
  if (!form.may.recordFor) return null
  const fill = async (file: File): Promise<void> => {
    const found = await readWordForm(file)
    setRead(found ? 'filled' : 'not-ours')
    if (!found) return
    setTyped((before) => ({ ...before, ...found, how: 'in-writing' }))
    setFilled((before) => before + 1)
    setOpen(true)
  }
  const worker = form.row.worker.holder ?? 'the worker'
  const field = (name: keyof typeof IDS) => ({
    id: IDS[name],
    value: typed[name],
    error: send.error?.fields[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  })
  return (
    <Section title={`Has ${worker} told you their part?`}>
      <p>
        You can record it for them. It says everywhere that you did, and {worker} can take it back until it is
        signed. What they began to write themselves is set aside for them.
      </p>
      <MakePaper
        path={`/api/forms/${encodeURIComponent(form.row.id)}/word-form`}
        name="Make a Word form to fill"
      />
      <p>
        <label htmlFor="for-file">A filled Word form (.docx). It is read here; nothing is saved yet. </label>
        <input
          id="for-file"
          className={styles.file}
          type="file"
          accept=".docx"
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void fill(file)
          }}
        />
      </p>
      <Status>
        {read === 'filled' && (
          <Notice kind="news" title="Read the form below, and correct it, before you send it" />
        )}
        {read === 'not-ours' && (
          <Notice kind="trouble" title="This is not a form of ours">
            <p>Nothing was taken from it. Use the Word form that is made here, with its headings.</p>
          </Notice>
        )}
      </Status>
      {!open && <Button onClick={() => setOpen(true)}>Record it for the worker</Button>}
      {open && (
        <Form
          key={filled}
          send="Record it for the worker"
          secondary
          sending={send.isPending}
          onSend={() =>
            send.mutate(
              { body: { deed: 'record-for-worker', ...typed }, version: form.version },
              { onSuccess: () => setOpen(false) },
            )
          }
          problem={send.error}
          tries={send.submittedAt}
          ids={IDS}
        >
          <RadioField {...field('how')} label="How do you know it?" options={HOW} />
          <DayBoxes
            {...field('metOn')}
            label="When was the close-the-loop meeting?"
            hint="For example 19 6 2018"
          />
          <TextField {...field('present')} label="Who was there?" rows={2} />
          <TextField {...field('background')} label="What was it about?" />
          <TextField {...field('reflections')} label="What does the worker think of it now?" />
          <TextField {...field('learning')} label="What would the worker do differently?" />
        </Form>
      )}
    </Section>
  )
}
