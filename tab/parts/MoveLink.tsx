import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

type Props = {
  readonly to: string
  readonly children: ReactNode
  readonly primary?: boolean
  readonly className?: string
  readonly label?: string
}

/** A link inside the tab that looks like a button, because it is the one thing to do here. */
export function MoveLink({ to, children, primary = false, className, label }: Props) {
  return (
    <Link href={to} asChild>
      <Button as="a" appearance={primary ? 'primary' : 'secondary'} className={className} aria-label={label}>
        {children}
      </Button>
    </Link>
  )
}
