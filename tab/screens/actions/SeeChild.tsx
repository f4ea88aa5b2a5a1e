import { Button } from '@fluentui/react-components'

import { Status } from '../../parts/Status.tsx'
import { useDrawerStyles } from './ActionDrawer.styles.ts'
import { useSeeChild } from './useAction.ts'

/** Who this is about: shown only when asked for, each view is recorded, and it is gone when it is closed. */
export function SeeChild({ id }: { readonly id: string }) {
  const see = useSeeChild(id)
  const styles = useDrawerStyles()
  return (
    <div className={styles.part}>
      {see.data ? (
        <Button onClick={see.reset}>Hide who this is about</Button>
      ) : (
        <Button
          disabledFocusable={see.isPending}
          aria-describedby="child-hint"
          onClick={() => see.mutate({ body: {} })}
        >
          Show who this is about
        </Button>
      )}
      <p id="child-hint" className={styles.quiet}>
        Each view is recorded with your name and the time.
      </p>
      <Status>
        {see.data && (
          <dl className={styles.facts}>
            <dt>Name</dt>
            <dd>{see.data.name}</dd>
            <dt>Date of birth</dt>
            <dd>{see.data.born ?? 'Not born yet'}</dd>
          </dl>
        )}
        {see.error && `${see.error.title}. ${see.error.detail}`}
      </Status>
    </div>
  )
}
