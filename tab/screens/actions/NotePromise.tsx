import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { ActionView } from '#core/actions/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Status } from '../../parts/Status.tsx'
import { useSubmission } from '../../submission.ts'
import { useDrawerStyles } from './ActionDrawer.styles.ts'

const IDS = { note: 'promise-note', until: 'promise-until' } as const
const NOTHING = { note: '', until: '' }

/** What was promised on the telephone: reminders rest until that day, then ask. */
export function NotePromise({ action }: { readonly action: ActionView }) {
  const styles = useDrawerStyles()
  const [isOpen, setOpen] = useState(false)
  const [draft, setDraft] = useState(NOTHING)
  const save = useSubmission<{ version: number }, Partial<typeof NOTHING>>(
    `/api/actions/${encodeURIComponent(action.row.id)}/promises`,
  )
  const field = (name: keyof typeof NOTHING) => ({
    id: IDS[name],
    value: draft[name],
    error: save.error?.fields[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  })
  const done = () => {
    setOpen(false)
    setDraft(NOTHING)
  }
  return (
    <div className={styles.part}>
      {!isOpen && <Button onClick={() => setOpen(true)}>Note a promise</Button>}
      <Status>{!isOpen && save.data && 'Noted. Reminders rest until that day.'}</Status>
      {isOpen && (
        <>
          <Form
            send="Note it"
            secondary
            sending={save.isPending}
            onSend={() => save.mutate({ body: filled(draft) }, { onSuccess: done })}
            problem={save.error}
            tries={save.submittedAt}
            ids={IDS}
          >
            <TextField
              {...field('note')}
              label="Whom did you speak with, and what was promised?"
              hint="Everyone concerned reads this. Do not name the child or the family."
              rows={3}
            />
            <DayBoxes {...field('until')} label="For which day?" hint="Reminders rest until then." />
          </Form>
          <Button appearance="subtle" onClick={done}>
            Leave it
          </Button>
        </>
      )}
    </div>
  )
}

function filled(draft: typeof NOTHING): Partial<typeof NOTHING> {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''))
}
