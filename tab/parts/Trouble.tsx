import { Button } from '@fluentui/react-components'

import type { Problem } from '../problem.ts'
import { tokens } from '../sign-in/tokens.ts'
import { Notice } from './Notice.tsx'

type Props = { readonly problem: Problem; readonly onAgain?: () => void; readonly takesFocus?: boolean }

/** What happened, that nothing was lost, what to do, and a number to quote. Where one more proof is wanted: by a button. */
export function Trouble({ problem, onAgain, takesFocus = false }: Props) {
  const { claims } = problem
  return (
    <Notice kind="trouble" title={problem.title} takesFocus={takesFocus}>
      <p>{problem.detail}</p>
      {problem.reference && <p>If you ring for help, quote {problem.reference}.</p>}
      {onAgain && problem.isPassing && (
        <p>
          <Button onClick={onAgain}>Try again</Button>
        </p>
      )}
      {claims !== null && (
        <p>
          <Button onClick={() => void tokens.ask({ claims }).then(onAgain)}>Sign in once more</Button>
        </p>
      )}
    </Notice>
  )
}
