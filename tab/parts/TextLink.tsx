import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** A link inside the tab, in a text. */
export function TextLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link href={to} className={useStyles().link}>
      {children}
    </Link>
  )
}

const useStyles = makeStyles({
  link: {
    color: tokens.colorBrandForegroundLink,
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    // For a finger, where it stands alone in a row; in a sentence it has no height of its own.
    minHeight: '24px',
  },
})
