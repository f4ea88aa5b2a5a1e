import { Button, mergeClasses } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { get } from '../api.ts'
import type { Problem } from '../problem.ts'
import { useClockStyles } from './Clock.styles.ts'
import { ClockPanel } from './ClockPanel.tsx'
import type { ClockView } from './ClockPanel.tsx'
import { useTopBarStyles } from './TopBar.styles.ts'

/** Local mode: the day of the story, and a panel that moves it on. */
export function Clock() {
  const styles = useClockStyles()
  const bar = useTopBarStyles()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const clock = useQuery<ClockView, Problem>({
    queryKey: ['clock'],
    queryFn: ({ signal }) => get('/local/clock', signal),
  })
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  if (!clock.data) return null
  return (
    <>
      <Button
        ref={button}
        appearance="subtle"
        className={mergeClasses(bar.button, styles.button)}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.name}>Story:&nbsp;</span>
        {clock.data.words}
      </Button>
      {open && <ClockPanel clock={clock.data} onClose={close} />}
    </>
  )
}
