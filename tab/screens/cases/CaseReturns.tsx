import type { CaseReturn, CaseView, PartStateView } from '#core/cases/views.ts'

import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useCaseStyles } from './OneCase.styles.ts'

/** How the agencies' returns stand, as far as the person may see them. */
export function CaseReturns({ of }: { readonly of: CaseView }) {
  const styles = useCaseStyles()
  return (
    <Section title="The agencies’ returns">
      {of.returns.length === 0 && (
        <p className={styles.quiet}>
          The other agencies’ returns are seen here when the chronologies are released to the panel.
        </p>
      )}
      {of.returns.length > 0 && (
        <ul className={styles.lines}>
          {of.returns.map((each) => (
            <li key={each.id}>
              <b>
                {each.opens ? <TextLink to={routes.return(each.id)}>{each.agency}</TextLink> : each.agency}
              </b>
              <Standing of={each} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Standing({ of: { scope, chronology, evaluation } }: { readonly of: CaseReturn }) {
  if (scope === 'out') return <div>Not involved</div>
  return (
    <>
      {chronology && <Part name="Chronology" state={chronology} />}
      {scope === 'brief' ? (
        <div>Knew the family briefly: no evaluation, no grade</div>
      ) : (
        evaluation && <Part name="Evaluation" state={evaluation} />
      )}
    </>
  )
}

function Part({ name, state }: { readonly name: string; readonly state: PartStateView }) {
  const { word, shape } = PARTS[state]
  return (
    <div>
      <Shape of={shape} />
      {name}: {word}
    </div>
  )
}

const PARTS: Readonly<Record<PartStateView, { readonly word: string; readonly shape: ShapeName }>> = {
  'not-started': { word: 'not started', shape: 'ring' },
  draft: { word: 'being written', shape: 'half' },
  submitted: { word: 'sent', shape: 'dot' },
  'sent-back': { word: 'sent back', shape: 'question' },
  accepted: { word: 'accepted', shape: 'tick' },
}
