import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { SheetView } from '#core/people/supervision/views.ts'

import { useMe } from '../../me.ts'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useSubmission } from '../../submission.ts'
import { useSheetStyles } from './Sheet.styles.ts'
import { sheetAddress } from './useSheet.ts'

const IDS = { on: 'talk-on', agreed: 'talk-agreed' } as const

type Props = { readonly of: SheetView; readonly onSaved: () => void; readonly onLeave: () => void }

/** When the two talked, and what they agreed. */
export function TalkForm({ of, onSaved, onLeave }: Props) {
  const styles = useSheetStyles()
  const { today } = useMe()
  const save = useSubmission<{ id: string }, { on: string; agreed: string }>(
    `${sheetAddress(of.worker)}/talks`,
  )
  const [on, setOn] = useState(today)
  const [agreed, setAgreed] = useState('')
  const errors = save.error?.fields ?? {}
  return (
    <div className={styles.form}>
      <Form
        send="Record that you talked"
        sending={save.isPending}
        onSend={() => save.mutate({ body: { on, agreed } }, { onSuccess: onSaved })}
        problem={save.error}
        tries={save.submittedAt}
        ids={IDS}
      >
        <DayBoxes
          id={IDS.on}
          label="When did you talk?"
          hint="For example 18 6 2018"
          error={errors['on']}
          value={on}
          onChange={setOn}
        />
        <TextField
          id={IDS.agreed}
          label="What did you agree? (you may leave it empty)"
          hint={`Read by you and ${of.name}; the partnership sees the day only. Use references, never the name of a child.`}
          error={errors['agreed']}
          value={agreed}
          onChange={setAgreed}
        />
      </Form>
      <Button appearance="subtle" onClick={onLeave}>
        Not now
      </Button>
    </div>
  )
}
