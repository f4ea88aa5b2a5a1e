import { Button } from '@fluentui/react-components'

import { inASentence } from '#core/people/in-a-sentence.ts'

import { Status } from '../../parts/Status.tsx'
import { useDrawerStyles } from './ActionDrawer.styles.ts'
import { chasedInWords, useChase } from './useActions.ts'

/** Reminds whoever owes the next answer of this action, once for each time that it is opened. */
export function ChaseOne({ id, who }: { readonly id: string; readonly who: string }) {
  const chase = useChase()
  const styles = useDrawerStyles()
  return (
    <div className={styles.part}>
      {!chase.data && (
        <Button disabledFocusable={chase.isPending} onClick={() => chase.mutate({ body: { actions: [id] } })}>
          Remind {inASentence(who)}
        </Button>
      )}
      <Status>
        {chase.data && chasedInWords(chase.data)}
        {chase.error && `${chase.error.title}. ${chase.error.detail}`}
      </Status>
    </div>
  )
}
