import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { NewActionForm } from './NewActionForm.tsx'
import { useNewAction } from './useNewAction.ts'

const ACTIONS = { to: routes.actions, name: 'Actions' } as const

/** The QA manager records an action from panel day. */
export function NewAction() {
  const { may } = useMe()
  const recording = useNewAction()
  const { data, error, refetch } = recording.options
  if (may.recordAction && !data && !error) return <Skeleton />
  return (
    <Page title="Record an action" says="Whoever will do it is told at once." up={ACTIONS} narrow>
      {!may.recordAction && <Empty says="Actions from panel day are recorded by the QA manager." />}
      {may.recordAction && error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {may.recordAction && data && <NewActionForm recording={recording} cases={data.cases} />}
    </Page>
  )
}
