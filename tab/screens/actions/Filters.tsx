import { makeStyles, tokens } from '@fluentui/react-components'
import { ToggleButton } from '@fluentui/react-button'

import type { ActionList, Lateness } from '#core/actions/views.ts'

import { Shape } from '../../parts/Shape.tsx'
import { groupNames, groups } from '../../parts/states.ts'
import type { Cut, useFilters } from './useActions.ts'

type Props = { readonly filters: ReturnType<typeof useFilters>; readonly counts: ActionList['counts'] }

/** The filters in the open, each with its count. */
export function Filters({ filters, counts }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.filters}>
      <div role="group" aria-label="Whose actions" className={styles.group}>
        <Whose cut="mine" name="Mine" filters={filters} />
        <Whose cut="all" name="All" filters={filters} />
      </div>
      <div role="group" aria-label="Which actions" className={styles.group}>
        <ToggleButton size="small" checked={!filters.group} onClick={() => filters.showGroup(null)}>
          All open {groupNames.reduce((sum, name) => sum + (name === 'done' ? 0 : counts[name]), 0)}
        </ToggleButton>
        {groupNames.map((name) => (
          <Group key={name} name={name} filters={filters} count={counts[name]} />
        ))}
      </div>
    </div>
  )
}

type Named<Value> = Pick<Props, 'filters'> & Value

function Whose({ cut, name, filters }: Named<{ readonly cut: Cut; readonly name: string }>) {
  return (
    <ToggleButton size="small" checked={filters.cut === cut} onClick={() => filters.showCut(cut)}>
      {name}
    </ToggleButton>
  )
}

function Group({ name, filters, count }: Named<{ readonly name: Lateness; readonly count: number }>) {
  const chosen = filters.group === name
  return (
    <ToggleButton size="small" checked={chosen} onClick={() => filters.showGroup(chosen ? null : name)}>
      <Shape of={groups[name].shape} />
      {groups[name].word} {count}
    </ToggleButton>
  )
}

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalXL,
  },
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})
