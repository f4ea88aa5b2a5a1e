import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import type { Problem } from '../../problem.ts'
import { ErrorSummary } from './ErrorSummary.tsx'

type Props = {
  readonly send: string
  /** Where the page's one primary act is another. */
  readonly secondary?: boolean
  readonly sending: boolean
  readonly onSend: () => void
  readonly problem: Problem | null
  /** Counts the tries, so that the summary of a new failure takes the focus again. */
  readonly tries: number
  readonly ids: Readonly<Record<string, string>>
  /** Another act of the same form, beside its button. */
  readonly beside?: ReactNode
  readonly children: ReactNode
}

/** A form: what was wrong on top, the fields, one button. What was typed stays until it was sent. */
export function Form({
  send,
  secondary = false,
  sending,
  onSend,
  problem,
  tries,
  ids,
  beside,
  children,
}: Props) {
  const styles = useStyles()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!sending) onSend()
      }}
    >
      {problem && <ErrorSummary key={tries} problem={problem} ids={ids} />}
      {children}
      <div className={styles.acts}>
        <Button type="submit" appearance={secondary ? 'secondary' : 'primary'} disabledFocusable={sending}>
          {sending ? 'Sending' : send}
        </Button>
        {beside}
      </div>
    </form>
  )
}

const useStyles = makeStyles({
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
})
