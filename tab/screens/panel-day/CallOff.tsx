import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'

import { Trouble } from '../../parts/Trouble.tsx'
import { usePanelStyles } from './PanelDay.styles.ts'
import type { useCallingOff } from './usePanelDay.ts'

type Props = { readonly off: ReturnType<typeof useCallingOff>; readonly version: number }

/** Calls the meeting off, after one more question: everybody who was invited hears of it. */
export function CallOff({ off, version }: Props) {
  const styles = usePanelStyles()
  const [isAsked, ask] = useState(false)
  if (!isAsked)
    return (
      <div className={styles.after}>
        <Button onClick={() => ask(true)}>Call the meeting off</Button>
      </div>
    )
  return (
    <div className={styles.after}>
      <Text as="p">
        It leaves the calendars of all who were invited, and they are told. It can be booked again.
      </Text>
      {off.error && <Trouble problem={off.error} onAgain={() => off.mutate({ body: {}, version })} />}
      <div className={styles.times}>
        <Button
          appearance="primary"
          disabled={off.isPending}
          onClick={() => off.mutate({ body: {}, version })}
        >
          Yes, call it off
        </Button>
        <Button onClick={() => ask(false)}>Keep the meeting</Button>
      </div>
    </div>
  )
}
