import type { ReactNode } from 'react'

/** A place in the page whose text is read out politely when it changes; it stays, so that readers know it. */
export function Status({ children }: { readonly children?: ReactNode }) {
  return (
    <div aria-live="polite" aria-atomic="true">
      {children}
    </div>
  )
}
