import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { ActionView } from '#core/actions/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useSubmission } from '../../submission.ts'
import { useDrawerStyles } from './ActionDrawer.styles.ts'

const IDS = { deed: 'end-deed', by: 'end-by', reason: 'end-reason' } as const
const NOTHING = { deed: '', by: '', reason: '' }

/** The raiser takes the action back, or names the one that takes its place; its owner is told. */
export function EndAction({ action }: { readonly action: ActionView }) {
  const styles = useDrawerStyles()
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState(NOTHING)
  const end = useSubmission<{ version: number }, Partial<typeof NOTHING>>(
    `/api/actions/${encodeURIComponent(action.row.id)}/end`,
  )
  const field = (name: keyof typeof NOTHING) => ({
    id: IDS[name],
    value: draft[name],
    error: end.error?.fields[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  })
  if (!isOpen)
    return (
      <div className={styles.part}>
        <Button onClick={() => setOpen(true)}>Withdraw or replace it</Button>
      </div>
    )
  return (
    <div className={styles.part}>
      <Form
        send={draft.deed === 'replace' ? 'Replace it' : 'Withdraw it'}
        secondary
        sending={end.isPending}
        onSend={() => end.mutate({ body: filled(draft), version: action.version })}
        problem={end.error}
        tries={end.submittedAt}
        ids={IDS}
      >
        <RadioField
          {...field('deed')}
          label="What becomes of it?"
          options={{ withdraw: 'It is withdrawn', replace: 'Another action takes its place' }}
        />
        {draft.deed === 'replace' && (
          <LineField
            {...field('by')}
            label="Which action takes its place?"
            hint="The number of an action of this case, for example A7."
          />
        )}
        <TextField
          {...field('reason')}
          label="Why?"
          hint="Its owner and everyone concerned read this. Do not name the child or the family."
          rows={3}
        />
      </Form>
      <Button appearance="subtle" onClick={() => setOpen(false)}>
        Leave it as it is
      </Button>
    </div>
  )
}

function filled(draft: typeof NOTHING): Partial<typeof NOTHING> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''))
}
