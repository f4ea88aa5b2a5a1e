import { Button, mergeClasses, Subtitle2 } from '@fluentui/react-components'
import { Link, useSearch } from 'wouter'

import type { ActionRow } from '#core/actions/views.ts'

import { inWords, monthInWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { stateShapes } from '../../parts/states.ts'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useBoardStyles } from './Board.styles.ts'
import { More } from './Board.tsx'
import { firstOf, isMonth, monthAfter, monthBefore, monthOf, weeksOf } from './month.ts'
import type { Filtering } from './useFilters.ts'
import { useTracker } from './useTracker.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The actions of a month by due day: a table, and a list of its days where the screen is narrow. */
export function Calendar({ filters }: { readonly filters: Filtering }) {
  const styles = useBoardStyles()
  const { today } = useMe()
  const month = isMonth(filters.month) ? filters.month : monthOf(today)
  const weeks = weeksOf(month)
  const days = weeks.flat().filter((day) => monthOf(day) === month)
  const { data, error, refetch } = useTracker(filters, { from: days[0] ?? '', until: days.at(-1) ?? '' })
  if (error) return <Trouble problem={error} onAgain={() => void refetch()} />
  if (!data) return <Skeleton rows={4} />
  const items = filters.group ? data.items.filter(({ group }) => group === filters.group) : data.items
  return (
    <>
      <div className={styles.month}>
        <Subtitle2 as="h2">{monthInWords(firstOf(month))}</Subtitle2>
        <Button onClick={() => filters.showMonth(monthBefore(month))}>Month before</Button>
        <Button onClick={() => filters.showMonth(monthAfter(month))}>Month after</Button>
      </div>
      {data.more && <More />}
      {items.length === 0 && <Empty says={`No action is due in ${monthInWords(firstOf(month))}.`} />}
      <table className={styles.table} aria-label={`Actions due in ${monthInWords(firstOf(month))}`}>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <DayCell
                  key={day}
                  day={day}
                  outside={monthOf(day) !== month}
                  items={items.filter(({ due }) => due === day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** A day of another month. */
const NOTHING = '\u00A0'

type Cell = { readonly day: string; readonly outside: boolean; readonly items: readonly ActionRow[] }

function DayCell({ day, outside, items }: Cell) {
  const styles = useBoardStyles()
  const { today } = useMe()
  const search = useSearch()
  if (outside) return <td data-empty="">{NOTHING}</td>
  return (
    <td {...(items.length === 0 && { 'data-empty': '' })}>
      <span className={mergeClasses(styles.day, day === today && styles.today)}>
        <span className={styles.wide}>
          {Number(day.slice(8))}
          {day === today && ', today'}
        </span>
        <span className={styles.narrow}>{inWords(day, today)}</span>
      </span>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.id}>
              <Shape of={stateShapes[item.state]} />
              <Link
                href={search ? `${routes.action(item.id)}?${search}` : routes.action(item.id)}
                id={`open-${item.id}`}
                className={styles.link}
              >
                {item.number} {item.reference}
              </Link>
              <span className={styles.quiet}> {item.stateWords}</span>
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}
