import { countOf } from '#core/count.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { usePeopleStyles } from '../people/People.styles.ts'
import { useIncidents } from './useIncidents.ts'

/** What went to the wrong person: those whose clock runs first. */
export function Incidents() {
  const styles = usePeopleStyles()
  const { data, error, refetch } = useIncidents()
  if (!data && !error) return <Skeleton />
  const items = data?.items ?? []
  const open = items.filter((item) => item.open).length
  return (
    <Page
      title="Sent to the wrong person"
      says={open > 0 ? `${countOf(open, 'clock is', 'clocks are')} running.` : undefined}
      up={{ to: routes.people, name: 'People' }}
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && items.length === 0 && (
        <Empty says="Nothing went to the wrong person. If it does, open the form, the return, the long list answer or the grid of the round and choose “Sent to the wrong person”.">
          <TextLink to={routes.rounds}>Rounds</TextLink>
        </Empty>
      )}
      {items.length > 0 && (
        <ul className={styles.posts}>
          {items.map((item) => (
            <li key={item.id}>
              <span className={styles.title}>
                <TextLink to={routes.incident(item.id)}>
                  Incident {item.number}, {item.reference}
                </TextLink>
              </span>
              <span>{item.withdrawn}</span>
              <span className={styles.quiet}>{item.raised}</span>
              <span>
                <Shape of={item.late ? 'diamond' : item.open ? 'half' : 'tick'} /> {item.stands}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
