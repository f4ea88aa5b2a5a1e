import { mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { useRoundStyles } from '../round/Rounds.styles.ts'
import { useStandingStyles } from './Standing.styles.ts'

/** A table of counts in its own box: where it is too wide the box scrolls, on a phone its rows are cards. */
export function NumbersTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const styles = useRoundStyles()
  const { numbers } = useStandingStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section className={styles.box} aria-label={label} tabIndex={0}>
      <table className={mergeClasses(styles.table, styles.cards, numbers)}>{children}</table>
    </section>
  )
}
