import type { TalkList } from '#core/people/supervision/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSheetStyles } from './Sheet.styles.ts'
import { useTalks } from './useSheet.ts'

/** What a worker talked through with a manager, as the worker reads it. */
export function Talks() {
  const { data, error, refetch } = useTalks()
  if (!data && !error) return <Skeleton />
  return (
    <Page
      title="What you talked through"
      says="Read by you and the manager with whom you talked. The partnership sees the day only."
      up={{ to: routes.home, name: 'Home' }}
      narrow
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data?.items.length === 0 && (
        <Empty says="No manager has said yet that they talked something through with you. When one does, the day stands here.">
          <TextLink to={routes.home}>See what waits for you</TextLink>
        </Empty>
      )}
      {data && data.items.length > 0 && <TalkEntries talks={data.items} />}
    </Page>
  )
}

export function TalkEntries({ talks }: { readonly talks: TalkList['items'] }) {
  const styles = useSheetStyles()
  const { today } = useMe()
  return (
    <ul className={styles.talks}>
      {talks.map(({ id, on, manager, agreed }) => (
        <li key={id}>
          <p>
            {inWords(on, today)}, with {manager}
          </p>
          {agreed !== null && <p className={styles.quiet}>{agreed}</p>}
        </li>
      ))}
    </ul>
  )
}
