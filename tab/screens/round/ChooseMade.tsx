import type { ChoiceView } from '#core/involvement/views.ts'

import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useChooseStyles } from './Choose.styles.ts'
import { agencyName } from './useChoose.ts'

/** What was chosen, and why. */
export function ChooseMade({ choice }: { readonly choice: ChoiceView }) {
  const styles = useChooseStyles()
  return (
    <dl className={styles.facts}>
      {choice.cases.flatMap((of) => {
        const chosen = choice.chosen.find((each) => each.case === of.id)
        if (!chosen) return []
        return [
          <div key={of.id}>
            <dt>
              <TextLink to={routes.case(of.id)}>{of.reference}</TextLink>, {of.thresholdWords.toLowerCase()}
            </dt>
            <dd>Lead agency: {agencyName(choice, chosen.leadAgency)}</dd>
          </div>,
        ]
      })}
      {choice.reason !== null && (
        <div>
          <dt>Why this choice</dt>
          <dd>{choice.reason}</dd>
        </div>
      )}
    </dl>
  )
}
