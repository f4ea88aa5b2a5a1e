import { Button } from '@fluentui/react-components'

import { Notice } from '../../parts/Notice.tsx'
import { Status } from '../../parts/Status.tsx'
import { useReturnStyles } from './returns.styles.ts'
import type { Standing, Theirs } from './saver.ts'

/** How a field stands, where the eye is: saved when, not yet, or changed by somebody else meanwhile. */
export function Saving({ standing }: { readonly standing: Standing | undefined }) {
  const styles = useReturnStyles()
  return (
    <div className={styles.status}>
      <Status>{standing && words(standing)}</Status>
    </div>
  )
}

function words(standing: Standing): string {
  switch (standing.is) {
    case 'typing':
      return ''
    case 'saving':
      return 'Saving'
    case 'waiting':
      return 'Not saved yet: we can’t reach the server. We keep trying; your text is still here.'
    case 'saved':
      return `Saved ${standing.at}`
    case 'conflict':
      return 'Not saved: somebody else changed this meanwhile.'
    case 'refused':
      return `Not saved: ${standing.problem.title}. ${standing.problem.detail}`
  }
}

type Both = {
  readonly mine: string
  readonly theirs: Theirs
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** Both texts side by side; neither is lost before somebody chose. */
export function BothTexts({ mine, theirs, onTheirs, onMine }: Both) {
  const styles = useReturnStyles()
  return (
    <Notice kind="trouble" title={`${theirs.by} changed this on ${theirs.at}`}>
      <div className={styles.sides}>
        <div className={styles.side}>
          <h3>Theirs</h3>
          <p className={styles.typed}>{theirs.text || 'Empty'}</p>
        </div>
        <div className={styles.side}>
          <h3>Yours</h3>
          <p className={styles.typed}>{mine || 'Empty'}</p>
        </div>
      </div>
      <p>You can still change yours below before you keep it.</p>
      <div className={styles.acts}>
        <Button onClick={onTheirs}>Keep theirs</Button>
        <Button onClick={onMine}>Keep mine</Button>
      </div>
    </Notice>
  )
}
