import type { ReturnView } from '#core/returns/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { useReturnStyles } from './returns.styles.ts'
import { GRADE_OPTIONS } from './sections.ts'

/** Who signed when, with the judgements and the agency's own grade. */
export function SignedOff({ signOff }: { readonly signOff: NonNullable<ReturnView['signOff']> }) {
  const styles = useReturnStyles()
  const { today } = useMe()
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Agency’s own grade</dt>
        <dd>{GRADE_OPTIONS[signOff.grade]}</dd>
      </div>
      <div>
        <dt>How well the agency worked</dt>
        <dd>{GRADE_OPTIONS[signOff.performance]}</dd>
      </div>
      <div>
        <dt>Impact on the child</dt>
        <dd>{GRADE_OPTIONS[signOff.impact]}</dd>
      </div>
      <div>
        <dt>Signed by</dt>
        <dd>
          {signOff.name}, {signOff.role}, {inWords(signOff.on, today)}
        </dd>
      </div>
    </dl>
  )
}
