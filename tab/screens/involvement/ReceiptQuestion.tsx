import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { ReplyView } from '#core/involvement/views.ts'

import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { Unbroken } from '../../parts/Unbroken.tsx'
import { useInvolvementStyles } from './Involvement.styles.ts'
import { useReceipt } from './useInvolvement.ts'

/** "Did this reach you, and nobody else?" Until it is answered, no child is shown. */
export function ReceiptQuestion({ reply }: { readonly reply: ReplyView }) {
  const { send, confirm } = useReceipt(reply)
  const [notForMe, setNotForMe] = useState(false)
  const { help } = useMe()
  const styles = useInvolvementStyles()
  if (notForMe)
    return (
      <Notice kind="news" title="Please ring the partnership now" takesFocus>
        <p>
          <Unbroken text={help} />
        </p>
        <p>No child was shown to you. Please do not pass the message on.</p>
        <p>
          <Button onClick={() => setNotForMe(false)}>Go back to the question</Button>
        </p>
      </Notice>
    )
  return (
    <>
      {send.error && <Trouble key={send.submittedAt} problem={send.error} takesFocus />}
      <p className={styles.question}>
        A list of {reply.cases.length} children comes next, with the adults around them. Did the message about
        it reach you, and nobody else?
      </p>
      <div className={styles.acts}>
        <Button
          appearance="primary"
          className={styles.tall}
          disabledFocusable={send.isPending}
          onClick={() => !send.isPending && confirm()}
        >
          {send.isPending ? 'Sending' : 'Yes, it reached me and nobody else'}
        </Button>
        <Button className={styles.tall} onClick={() => setNotForMe(true)}>
          This was not for me
        </Button>
      </div>
      <p className={styles.quiet}>
        The partnership sees when you answered. Each time you open the list is recorded.
      </p>
    </>
  )
}
