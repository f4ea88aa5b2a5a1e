import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'

import { Trouble } from '../../parts/Trouble.tsx'
import { usePanelStyles } from './PanelDay.styles.ts'
import type { useCallingOff } from './usePanelDay.ts'

type Props = { readonly off: ReturnType<typeof useCallingOff>; readonly version: number }

/** Calls the meeting off, after one more question: everybody who was invited hears of it. */
export function CallOff({ off, version }: Props) {
  const styles = usePanelStyles()
  const [isAsked, ask] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const callOff = () => off.mutate({ body: {}, version })
  const keep = () => {
    ask(false)
    button.current?.focus()
  }
  return (
    <div className={styles.after}>
      <Button ref={button} aria-expanded={isAsked} onClick={() => ask(!isAsked)}>
        Call the meeting off
      </Button>
      {isAsked && (
        <>
          <p className={styles.quiet}>
            It leaves the calendars of all who were invited, and they are told. It can be booked again.
          </p>
          {off.error && <Trouble problem={off.error} onAgain={callOff} />}
          <div className={styles.times}>
            <Button appearance="primary" disabledFocusable={off.isPending} onClick={callOff}>
              Yes, call it off
            </Button>
            <Button onClick={keep}>Keep the meeting</Button>
          </div>
        </>
      )}
    </div>
  )
}
