import { Button } from '@fluentui/react-components'

import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { chasedInWords } from './useActions.ts'
import type { useChase } from './useActions.ts'

type Chase = { readonly chase: ReturnType<typeof useChase> }

/** Reminds everyone who is late; a second reminder needs a fresh visit. */
export function ChaseLate({ chase, count }: Chase & { readonly count: number }) {
  if (count === 0 || chase.data) return null
  return (
    <Button
      appearance="primary"
      disabledFocusable={chase.isPending}
      onClick={() => chase.mutate({ body: { actions: 'late' } })}
    >
      {count === 1 ? 'Remind about one late action' : `Remind about ${count} late actions`}
    </Button>
  )
}

/** What was sent. */
export function Chased({ chase }: Chase) {
  return (
    <Status>
      {chase.data && <Notice kind="done" title={chasedInWords(chase.data)} />}
      {chase.error && <Trouble problem={chase.error} />}
    </Status>
  )
}
