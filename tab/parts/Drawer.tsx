import { Button, Subtitle1 } from '@fluentui/react-components'
import { useId, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { useDrawerFrameStyles } from './Drawer.styles.ts'

type Props = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * A panel at the right over the page; the whole screen on a narrow one. The browser's own modal dialog keeps the
 * focus inside, closes on Escape and gives the focus back.
 */
export function Drawer({ title, onClose, children }: Props) {
  const styles = useDrawerFrameStyles()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      closedby="any"
      aria-labelledby={id}
      className={styles.drawer}
      onClose={({ currentTarget }) => {
        if (currentTarget.isConnected && !currentTarget.open) onClose()
      }}
    >
      <div className={styles.head}>
        <Subtitle1 as="h2" id={id} className={styles.title}>
          {title}
        </Subtitle1>
        <Button appearance="subtle" onClick={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      {children}
    </dialog>
  )
}
