import { Subtitle2 } from '@fluentui/react-components'
import { useId } from 'react'
import { Link, useSearch } from 'wouter'

import type { ActionRow } from '#core/actions/views.ts'

import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { isOwing, stateShapes } from '../../parts/states.ts'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useBoardStyles } from './Board.styles.ts'
import type { Filtering } from './useFilters.ts'
import { useTracker } from './useTracker.ts'

type State = ActionRow['state']

const COLUMNS: readonly (readonly [State, string])[] = [
  ['open', 'To do'],
  ['more-time-asked', 'More time is asked for'],
  ['questioned', 'A question'],
  ['reported-done', 'Waiting for a check'],
  ['confirmed', 'It happened'],
  ['withdrawn', 'Withdrawn or replaced'],
]

/** The actions in columns by their state; one below the other where the screen is narrow. */
export function Board({ filters }: { readonly filters: Filtering }) {
  const styles = useBoardStyles()
  const { data, error, refetch } = useTracker(filters, null)
  if (error) return <Trouble problem={error} onAgain={() => void refetch()} />
  if (!data) return <Skeleton rows={4} />
  const items = filters.group ? data.items.filter(({ group }) => group === filters.group) : data.items
  if (items.length === 0) return <Empty says="No action is left with these filters." />
  return (
    <>
      {data.more && <More />}
      <div className={styles.board}>
        {COLUMNS.map(([state, name]) => (
          <Column
            key={state}
            name={name}
            state={state}
            items={items.filter((item) => item.state === state)}
          />
        ))}
      </div>
    </>
  )
}

/** What is not shown is said, never left out silently. */
export function More() {
  return (
    <Notice kind="news" title="There are more actions than fit here">
      <p>The first 300 by due day are shown. Choose an agency, a case or a round to see the others.</p>
    </Notice>
  )
}

type ColumnProps = { readonly name: string; readonly state: State; readonly items: readonly ActionRow[] }

function Column({ name, state, items }: ColumnProps) {
  const styles = useBoardStyles()
  const id = useId()
  const search = useSearch()
  return (
    <section aria-labelledby={id} className={styles.column}>
      <Subtitle2 as="h2" id={id} className={styles.heading}>
        <Shape of={stateShapes[state]} />
        {name} <span className={styles.count}>{items.length}</span>
      </Subtitle2>
      <ul className={styles.cards}>
        {items.map((item) => (
          <li key={item.id} className={styles.card}>
            <p className={styles.reference}>
              <b>{item.number}</b> {item.reference}
            </p>
            <Link
              href={search ? `${routes.action(item.id)}?${search}` : routes.action(item.id)}
              id={`open-${item.id}`}
              className={styles.link}
            >
              {item.what}
            </Link>
            <p className={styles.quiet}>{item.owner}</p>
            <p className={styles.quiet}>
              <Due day={item.due} owing={isOwing(item.group)} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
