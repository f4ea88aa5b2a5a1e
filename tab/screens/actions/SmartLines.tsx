import { Subtitle2 } from '@fluentui/react-components'

import { smartHints } from '#core/actions/smart.ts'

import { isDay } from '../../days.ts'
import { Shape } from '../../parts/Shape.tsx'
import { useNewActionStyles } from './NewAction.styles.ts'
import type { Draft } from './useNewAction.ts'

/** The five words, each met or not yet, while the action is written. They say what is missing, and never block. */
export function SmartLines({ draft }: { readonly draft: Draft }) {
  const styles = useNewActionStyles()
  const hints = smartHints({ ...draft, due: isDay(draft.due) ? draft.due : '' })
  return (
    <section aria-labelledby="smart-heading">
      <Subtitle2 as="h2" id="smart-heading" className={styles.heading}>
        Is it a good action?
      </Subtitle2>
      <ul className={styles.smart}>
        {hints.map(({ word, met, hint }) => (
          <li key={word}>
            {met && <Shape of="tick" />}
            {word}: {met ? 'met' : 'not yet.'} {!met && <span className={styles.hint}>{hint}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
