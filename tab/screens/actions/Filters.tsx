import { makeStyles, Select, tokens } from '@fluentui/react-components'

import type { ActionList, Cut, Lateness } from '#core/actions/views.ts'
import { SOURCE_WORDS } from '#core/actions/words.ts'

import { useMe } from '../../me.ts'
import { Shape } from '../../parts/Shape.tsx'
import { groupNames, groups } from '../../parts/states.ts'
import { Toggle } from '../../parts/Toggle.tsx'
import { VIEWS } from './useFilters.ts'
import type { Filtering, NarrowedBy } from './useFilters.ts'

type Props = {
  readonly filters: Filtering
  readonly counts: ActionList['counts']
  readonly choices: ActionList['choices']
}

/** The filters in the open, each with its count. */
export function Filters({ filters, counts, choices }: Props) {
  const styles = useStyles()
  const { may } = useMe()
  return (
    <div className={styles.filters}>
      <fieldset aria-label="Whose actions" className={styles.group}>
        <Whose cut="mine" name="Mine" filters={filters} />
        {!may.chase && <Whose cut="agency" name="My agency" filters={filters} />}
        {may.seeTeam && <Whose cut="team" name="My team" filters={filters} />}
        <Whose cut="all" name="All" filters={filters} />
      </fieldset>
      <fieldset aria-label="How they are shown" className={styles.group}>
        {VIEWS.map((view) => (
          <Toggle key={view} chosen={filters.view === view} onChoose={() => filters.showView(view)}>
            {VIEW_WORDS[view]}
          </Toggle>
        ))}
      </fieldset>
      <fieldset aria-label="Which actions" className={styles.group}>
        <Toggle chosen={!filters.group} onChoose={() => filters.showGroup(null)}>
          All open {groupNames.reduce((sum, name) => sum + (name === 'done' ? 0 : counts[name]), 0)}
        </Toggle>
        {groupNames.map((name) => (
          <Group key={name} name={name} filters={filters} count={counts[name]} />
        ))}
      </fieldset>
      <Narrow filters={filters} choices={choices} />
    </div>
  )
}

const VIEW_WORDS = { list: 'List', board: 'Board', calendar: 'Calendar' } as const

type Choice = { readonly id: string; readonly name: string }

/** One of each: shown where there is something to choose. */
function Narrow({ filters, choices }: Pick<Props, 'filters' | 'choices'>) {
  const styles = useStyles()
  const all: readonly (readonly [NarrowedBy, string, string, readonly Choice[]])[] = [
    ['agency', 'Agency', 'Every agency', choices.agencies],
    ['case', 'Case', 'Every case', choices.cases.map((name) => ({ id: name, name }))],
    ['round', 'Round', 'Every round', choices.rounds],
    ['source', 'Source', 'Every source', choices.sources.map((id) => ({ id, name: SOURCE_WORDS[id] }))],
  ]
  const shown = all.filter(([by, , , options]) => options.length > 1 || filters.narrowed[by] !== undefined)
  if (shown.length === 0) return null
  return (
    <fieldset aria-label="Of whom and of what" className={styles.group}>
      {shown.map(([by, label, every, options]) => (
        <Select
          key={by}
          size="small"
          aria-label={label}
          className={styles.narrow}
          value={filters.narrowed[by] ?? ''}
          onChange={(_, { value }) => filters.narrow(by, value)}
        >
          <option value="">{every}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ))}
    </fieldset>
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
  narrow: { maxWidth: '100%', minWidth: 0, '@media (max-width: 639px)': { minHeight: '32px' } },
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
