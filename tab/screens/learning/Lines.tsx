import type { StandingLine } from '#core/learning/views.ts'

import { TextLink } from '../../parts/TextLink.tsx'
import { Unbroken } from '../../parts/Unbroken.tsx'
import { useStandingStyles } from './Standing.styles.ts'

type Props = {
  readonly lines: readonly (StandingLine & { readonly path?: string | null })[]
  readonly label: string
}

/** References with who owes them and how they stand; a link for those who may open it. */
export function Lines({ lines, label }: Props) {
  const styles = useStandingStyles()
  return (
    <ul className={styles.lines} aria-label={label}>
      {lines.map(({ key, number, reference, round, who, says, path }) => (
        <li key={key}>
          <span className={styles.first}>
            {path ? (
              <TextLink to={path}>
                {number}, {reference}
              </TextLink>
            ) : (
              <>
                {number}, {reference}
              </>
            )}
          </span>
          <span>
            {who}
            <span className={styles.quiet}>
              <Unbroken text={`Round ${round}`} />
            </span>
          </span>
          <span>{says}</span>
        </li>
      ))}
    </ul>
  )
}
