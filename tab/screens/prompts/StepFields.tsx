import { Input } from '@fluentui/react-components'

import type { KindView, PromptsView } from '#core/prompts/views.ts'

import { described, Hints } from '../../parts/form/Labelled.tsx'
import { usePromptStyles } from './Prompts.styles.ts'
import { stepId, stepKey } from './usePrompts.ts'

type Props = {
  readonly group: PromptsView['groups'][number]
  readonly typed: Readonly<Record<string, string>>
  readonly wrong: (id: string) => string | undefined
  readonly onType: (key: string, days: string) => void
}

/** The steps of what is about one thing, folded: few of them are ever changed. */
export function StepFields({ group, ...fields }: Props) {
  const styles = usePromptStyles()
  return (
    <details className={styles.fold}>
      <summary>{group.name}</summary>
      {group.kinds.map((kind) => (
        <Kind key={kind.kind} of={kind} {...fields} />
      ))}
    </details>
  )
}

function Kind({ of, typed, wrong, onType }: { readonly of: KindView } & Omit<Props, 'group'>) {
  const styles = usePromptStyles()
  return (
    <>
      <h3 className={styles.kind}>{of.name}</h3>
      <ul className={styles.steps}>
        {of.steps.map(({ step, when, to, days, usual }) => {
          const id = stepId(of.kind, step)
          const error = wrong(id)
          if (days === null)
            return (
              <li key={step}>
                {when}: to {to}
              </li>
            )
          return (
            <li key={step}>
              <Hints id={id} error={error} />
              <Input
                id={id}
                inputMode="numeric"
                autoComplete="off"
                className={styles.number}
                input={{ maxLength: 2, className: styles.inner }}
                aria-label={`${of.name}, ${when}, to ${to}: number of working days`}
                {...described({ id, error })}
                value={typed[stepKey(of.kind, step)] ?? String(days)}
                onChange={(_, { value }) => onType(stepKey(of.kind, step), value)}
              />{' '}
              {when}: to {to}
              {usual !== days && <span className={styles.quiet}> (usually {usual})</span>}
            </li>
          )
        })}
      </ul>
    </>
  )
}
