import { makeStyles, tokens } from '@fluentui/react-components'

import type { ActionList, Lateness } from '#core/actions/views.ts'

import { Shape } from '../../parts/Shape.tsx'
import { groupNames, groups } from '../../parts/states.ts'
import { Toggle } from '../../parts/Toggle.tsx'
import type { Cut, useFilters } from './useActions.ts'

type Props = { readonly filters: ReturnType<typeof useFilters>; readonly counts: ActionList['counts'] }

/** The filters in the open, each with its count. */
export function Filters({ filters, counts }: Props) {
  const styles = useStyles()
  return (
    <div className={styles.filters}>
      <fieldset aria-label="Whose actions" className={styles.group}>
        <Whose cut="mine" name="Mine" filters={filters} />
        <Whose cut="all" name="All" filters={filters} />
      </fieldset>
      <fieldset aria-label="Which actions" className={styles.group}>
        <Toggle chosen={!filters.group} onChoose={() => filters.showGroup(null)}>
          All open {groupNames.reduce((sum, name) => sum + (name === 'done' ? 0 : counts[name]), 0)}
        </Toggle>
        {groupNames.map((name) => (
          <Group key={name} name={name} filters={filters} count={counts[name]} />
        ))}
      </fieldset>
    </div>
  )
}

type Named<Value> = Pick<Props, 'filters'> & Value

function Whose({ cut, name, filters }: Named<{ readonly cut: Cut; readonly name: string }>) {
  return (
    <Toggle chosen={filters.cut === cut} onChoose={() => filters.showCut(cut)}>
      {name}
    </Toggle>
  )
}

function Group({ name, filters, count }: Named<{ readonly name: Lateness; readonly count: number }>) {
  const chosen = filters.group === name
  return (
    <Toggle chosen={chosen} onChoose={() => filters.showGroup(chosen ? null : name)}>
      <Shape of={groups[name].shape} />
      {groups[name].word} {count}
    </Toggle>
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
  group: {
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
  },
})
