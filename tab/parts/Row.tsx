import { mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { MoveLink } from './MoveLink.tsx'
import { useRowStyles } from './Row.styles.ts'
import { Shape } from './Shape.tsx'
import type { ShapeName } from './Shape.tsx'

type Props = {
  readonly id?: string
  readonly number: string
  readonly reference: string
  readonly what: string
  readonly who: string
  readonly due: ReactNode
  readonly state: { readonly word: string; readonly shape: ShapeName }
  /** Where the whole row leads. */
  readonly to: string
  /** The word on its button; without one, the text is the link. */
  readonly act?: string
  /** Whether its button is the page's one primary act. */
  readonly primary?: boolean
  /** Counts up when the row's content changed. */
  readonly changed?: number
}

/** A row of a list: columns on a wide screen, a stacked block on a narrow one; one link, as large as the row. */
export function Row({ id, number, reference, what, who, due, state, to, act, primary, changed = 0 }: Props) {
  const styles = useRowStyles()
  return (
    <li className={mergeClasses(styles.row, act ? styles.withAct : undefined)}>
      {changed > 0 && <span key={changed} className={styles.light} aria-hidden="true" />}
      <span className={styles.reference}>
        <b>{number || reference}</b> {number && reference}
      </span>
      <span className={styles.what}>
        {act ? (
          what
        ) : (
          <Link href={to} id={id} className={mergeClasses(styles.link, styles.whole)}>
            {what}
          </Link>
        )}
        <span className={styles.who}>{who}</span>
      </span>
      <span className={styles.due}>{due}</span>
      <span className={styles.state}>
        <Shape of={state.shape} />
        {state.word}
      </span>
      {act && (
        <span className={styles.act}>
          <MoveLink
            to={to}
            primary={primary}
            className={styles.whole}
            label={`${act} ${[number, reference].filter(Boolean).join(', ')}`}
          >
            {act}
          </MoveLink>
        </span>
      )}
    </li>
  )
}
