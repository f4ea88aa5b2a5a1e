import { Button } from '@fluentui/react-components'

import type { Missing } from '#core/returns/missing.ts'
import type { ReturnView } from '#core/returns/views.ts'

import { Section } from '../../parts/Section.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useSubmission } from '../../submission.ts'
import { MissingList } from './MissingList.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { addressOf } from './useReturn.ts'

type Props = {
  readonly of: ReturnView
  readonly part: 'chronology'
  readonly title: string
  readonly missing: readonly Missing[]
}

/** Sending a part: what is still missing, who may send, and what happens then. */
export function SendPart({ of, part, title, missing }: Props) {
  const styles = useReturnStyles()
  const send = useSubmission<unknown, object>(`${addressOf(of.id)}/${part}/send`)
  return (
    <Section title={title}>
      {send.error && <Trouble key={send.submittedAt} problem={send.error} takesFocus />}
      <MissingList of={of} missing={missing} />
      {of.may.send[part] ? (
        <>
          <p className={styles.quiet}>Once sent, it can only be read. It goes to {of.goesTo}.</p>
          <Button
            appearance={missing.length === 0 ? 'primary' : 'secondary'}
            disabledFocusable={send.isPending}
            onClick={() => send.mutate({ body: {}, version: of.version })}
          >
            {send.isPending ? 'Sending' : title}
          </Button>
        </>
      ) : (
        <p className={styles.quiet}>{of.lead} sends it when you are done. What you wrote is saved.</p>
      )}
    </Section>
  )
}
