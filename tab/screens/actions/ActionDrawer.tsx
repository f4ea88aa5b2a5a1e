import { useHistoryState } from 'wouter/use-browser-location'

import { useMe } from '../../me.ts'
import { Drawer } from '../../parts/Drawer.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { Unbroken } from '../../parts/Unbroken.tsx'
import { useDrawerStyles } from './ActionDrawer.styles.ts'
import { ActionFacts } from './ActionFacts.tsx'
import { ActionHistory } from './ActionHistory.tsx'
import { ChaseOne } from './ChaseOne.tsx'
import { EndAction } from './EndAction.tsx'
import { NotePromise } from './NotePromise.tsx'
import { SeeChild } from './SeeChild.tsx'
import { useAction } from './useAction.ts'

type Props = { readonly id: string; readonly onClose: () => void }

/** One action, at the right of the list; on a narrow screen it is the whole page. */
export function ActionDrawer({ id, onClose }: Props) {
  const styles = useDrawerStyles()
  const { data: action, error, refetch } = useAction(id)
  const { help } = useMe()
  const news = newsIn(useHistoryState<unknown>())
  return (
    <Drawer title={action ? `${action.row.number} for ${action.row.reference}` : 'Action'} onClose={onClose}>
      <Status>{news && <Notice kind="done" title={news} />}</Status>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {!action && !error && <Skeleton rows={3} />}
      {action && (
        <>
          <ActionFacts action={action} />
          {action.may.chase && action.duty && <ChaseOne id={id} who={action.duty.owes} />}
          {action.may.chase && <NotePromise action={action} />}
          {action.may.end && <EndAction action={action} />}
          {action.may.seeChild && <SeeChild id={id} />}
          <ActionHistory action={action} />
          <p className={styles.help}>
            <Unbroken text={help} />
          </p>
        </>
      )}
    </Drawer>
  )
}

/** What the page before had to say ("Recorded. ..."), carried in the history's state. */
function newsIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('news' in state)) return undefined
  return typeof state.news === 'string' ? state.news : undefined
}
