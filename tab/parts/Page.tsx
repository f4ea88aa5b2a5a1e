import { mergeClasses, Text } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { usePageStyles } from './Page.styles.ts'
import { TextLink } from './TextLink.tsx'
import { Unbroken } from './Unbroken.tsx'

type Props = {
  /** Says what the page is. */
  readonly title: string
  /** Says how it stands. */
  readonly says?: ReactNode
  /** The one primary act. */
  readonly act?: ReactNode
  /** Where one came from, when this page is deeper than one level. */
  readonly up?: { readonly to: string; readonly name: string }
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** One screen: heading, a sentence, the act at the right, then the matter. */
export function Page({ title, says, act, up, narrow = false, children }: Props) {
  const styles = usePageStyles()
  const heading = useHeadingFocus(title)
  return (
    <main id="main" className={mergeClasses(styles.page, narrow && styles.narrow)}>
      {up && (
        <nav aria-label="Where you are" className={styles.up}>
          <span aria-hidden="true">‹</span>{' '}
          <TextLink to={up.to}>
            <Unbroken text={up.name} />
          </TextLink>
        </nav>
      )}
      <div className={styles.head}>
        <div className={styles.words}>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            <Unbroken text={title} />
          </h1>
          {says && (
            <Text as="p" block className={styles.says}>
              {typeof says === 'string' ? <Unbroken text={says} /> : says}
            </Text>
          )}
        </div>
        {act && <div className={styles.act}>{act}</div>}
      </div>
      {children}
    </main>
  )
}

let first = true

/** Names the page; after a move inside the tab the heading takes the focus, so that it is read out. */
function useHeadingFocus(title: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} - Case Evaluations`
  }, [title])
  useEffect(() => {
    if (!first) heading.current?.focus()
    first = false
  }, [])
  return heading
}
