import type { CaseView } from '#core/cases/views.ts'

import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { stateShapes } from '../../parts/states.ts'
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
        {of.actions.map(({ id, number, what, state, opens }) => (
          <li key={id}>
            <Shape of={stateShapes[state]} />
            {STATES[state]} · <b>{number}</b>{' '}
            {opens ? <TextLink to={routes.action(id)}>{what}</TextLink> : what}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const STATES: Readonly<Record<CaseView['actions'][number]['state'], string>> = {
  open: 'To do',
  'more-time-asked': 'More time is asked for',
  questioned: 'Something is not right',
  'reported-done': 'Said to be done',
  confirmed: 'Happened',
  withdrawn: 'Withdrawn',
}
