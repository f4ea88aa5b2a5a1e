import { Button } from '@fluentui/react-components'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Status } from '../../parts/Status.tsx'
import { useFormStyles } from './Form.styles.ts'
import { useChild } from './useForm.ts'

/** Who the child is: shown only when asked for, each view is recorded, and it is gone when it is closed. */
export function Child({ id }: { readonly id: string }) {
  const see = useChild(id)
  const styles = useFormStyles()
  const { today } = useMe()
  return (
    <div className={styles.child}>
      {see.data ? (
        <Button onClick={see.reset}>Hide who the child is</Button>
      ) : (
        <Button
          disabledFocusable={see.isPending}
          aria-describedby="child-hint"
          onClick={() => see.mutate({ body: {} })}
        >
          Show who the child is
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
            <dd>{see.data.born ? inWords(see.data.born, today) : 'Not born yet'}</dd>
            <dt>Age today</dt>
            <dd>{see.data.age}</dd>
          </dl>
        )}
        {see.error && `${see.error.title}. ${see.error.detail}`}
      </Status>
    </div>
  )
}
