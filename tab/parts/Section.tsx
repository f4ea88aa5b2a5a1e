import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** Of the heading, for a list that it names. */
  readonly id?: string
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ title, id: given, children }: Props) {
  const styles = useStyles()
  const made = useId()
  const id = given ?? made
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  )
}

const useStyles = makeStyles({
  section: { marginBottom: tokens.spacingVerticalXXL },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 639px)': {
      fontSize: tokens.fontSizeBase400,
      lineHeight: tokens.lineHeightBase400,
    },
  },
})
