import { Button } from '@fluentui/react-components'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Section } from '../../parts/Section.tsx'
import { Status } from '../../parts/Status.tsx'
import { useCaseStyles } from './OneCase.styles.ts'
import { useChildOfCase } from './useCase.ts'

/** Who the child is: shown only when asked for, each view is recorded, and it is gone when it is hidden. */
export function CaseChild({ id }: { readonly id: string }) {
  const see = useChildOfCase(id)
  const styles = useCaseStyles()
  const { today } = useMe()
  return (
    <Section title="Who the child is">
      {see.data ? (
        <Button onClick={see.reset}>Hide who the child is</Button>
      ) : (
        <Button
          disabledFocusable={see.isPending}
          aria-describedby="child-of-case-hint"
          onClick={() => see.mutate({ body: {} })}
        >
          Show who the child is
        </Button>
      )}
      <p id="child-of-case-hint" className={styles.quiet}>
        Each view is recorded with your name and the time.
      </p>
      <Status>
        {see.data && (
          <dl className={styles.facts}>
            <dt>Name</dt>
            <dd>{see.data.name}</dd>
            <dt>Date of birth</dt>
            <dd>{see.data.born ? inWords(see.data.born, today) : 'Not born yet'}</dd>
          </dl>
        )}
        {see.error && `${see.error.title}. ${see.error.detail}`}
      </Status>
    </Section>
  )
}
