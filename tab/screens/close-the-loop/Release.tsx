import { useState } from 'react'

import type { FormView } from '#core/close-the-loop/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import type { useFormAnswer } from './useForm.ts'

type Props = { readonly form: FormView; readonly send: ReturnType<typeof useFormAnswer> }

const IDS = { good: 'release-good', asked: 'release-asked' } as const

/** The lead person reads the draft, puts it into their own words, and releases it to the worker. */
export function Release({ form, send }: Props) {
  const { row, version, words } = form
  const { today } = useMe()
  const [typed, setTyped] = useState({ good: words?.good ?? '', asked: words?.asked ?? '' })
  const worker = row.worker.holder ?? row.worker.title
  const field = (name: keyof typeof IDS) => ({
    id: IDS[name],
    value: typed[name],
    error: send.error?.fields[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  })
  return (
    <>
      <Notice kind="news" title="What happens when you release it">
        <ul>
          <li>{worker} is told at once and reads these words.</li>
          <li>
            {worker} answers by {inWords(row.due, today)}; then you sign.
          </li>
          <li>
            {row.manager.holder ?? row.manager.title} reads these words too; what the worker writes only if
            the worker shares it.
          </li>
          <li>Until you release it, nothing reaches {worker}. Talk to them first, if you can.</li>
        </ul>
      </Notice>
      <Form
        send="Release to the worker"
        sending={send.isPending}
        onSend={() => send.mutate({ body: { deed: 'release', ...typed }, version })}
        problem={send.error}
        tries={send.submittedAt}
        ids={IDS}
      >
        <TextField
          {...field('good')}
          label="What was good"
          hint="The worker reads this first. It stands on a card: no name, initials or date of birth."
        />
        <TextField
          {...field('asked')}
          label="What is asked"
          hint="What the panel asks for, in words that help. No name, initials or date of birth."
        />
      </Form>
    </>
  )
}
