import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { ReturnView } from '#core/returns/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'
import { useReturnStyles } from './returns.styles.ts'
import { addressOf } from './useReturn.ts'

type Props = { readonly of: ReturnView; readonly part: 'chronology' | 'evaluation' }

/** Whoever asked for a part accepts it, or sends it back with a comment. */
export function Judge({ of, part }: Props) {
  const styles = useReturnStyles()
  const accept = useSubmission<unknown, object>(`${addressOf(of.id)}/${part}/accept`)
  const [sendsBack, setSendsBack] = useState(false)
  return (
    <div>
      {accept.error && <Trouble key={accept.submittedAt} problem={accept.error} takesFocus />}
      <div className={styles.acts}>
        <Button
          disabledFocusable={accept.isPending}
          onClick={() => accept.mutate({ body: {}, version: of.version })}
        >
          Accept the {part}
        </Button>
        <Button aria-expanded={sendsBack} onClick={() => setSendsBack(!sendsBack)}>
          Send the {part} back
        </Button>
      </div>
      {sendsBack && <SendBack of={of} part={part} />}
    </div>
  )
}

function SendBack({ of, part }: Props) {
  const [comment, setComment] = useState('')
  const send = useSubmission<unknown, object>(`${addressOf(of.id)}/${part}/send-back`)
  const id = `send-back-${part}`
  return (
    <Form
      send="Send it back"
      sending={send.isPending}
      onSend={() => send.mutate({ body: { comment }, version: of.version })}
      problem={send.error}
      tries={send.submittedAt}
      ids={{ comment: id }}
    >
      <TextField
        id={id}
        label="What has to be put right?"
        hint={`${of.agency} reads this. It owes the ${part} again, on the same day.`}
        error={send.error?.fields['comment']}
        value={comment}
        onChange={setComment}
      />
    </Form>
  )
}
