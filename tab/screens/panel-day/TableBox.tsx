import type { ReactNode } from 'react'

import { usePanelStyles } from './PanelDay.styles.ts'

type Props = { readonly name: string; readonly children: ReactNode }

/** A table in its own box: where it is too wide, the box scrolls, and its first column stays. */
export function TableBox({ name, children }: Props) {
  const styles = usePanelStyles()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
    <section className={styles.box} aria-label={name} tabIndex={0}>
      <table className={styles.table}>{children}</table>
    </section>
  )
}
