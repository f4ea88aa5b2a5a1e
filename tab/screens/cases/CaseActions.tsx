import type { CaseView } from '#core/cases/views.ts'

import { Due } from '../../parts/Due.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { isOwing, stateShapes } from '../../parts/states.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useCaseStyles } from './OneCase.styles.ts'

/** What was asked about the case: the person's own, or all of them for the partnership and the chair. */
export function CaseActions({ of }: { readonly of: CaseView }) {
  const styles = useCaseStyles()
  if (of.actions.length === 0) return null
  return (
    <Section title="Actions">
      <ul className={styles.lines}>
        {of.actions.map(({ id, number, what, owner, due, group, state, stateWords, opens }) => (
          <li key={id}>
            <b>{number}</b> {opens ? <TextLink to={routes.action(id)}>{what}</TextLink> : what}
            <div className={styles.quiet}>
              {owner}, <Due day={due} owing={isOwing(group)} />
            </div>
            <div className={styles.quiet}>
              <Shape of={stateShapes[state]} />
              {stateWords}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
