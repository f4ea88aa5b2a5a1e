import { makeStyles, tokens } from '@fluentui/react-components'

import type { ChronologyView } from '#core/chronology/views.ts'

import { Shape } from '../../parts/Shape.tsx'
import { Toggle } from '../../parts/Toggle.tsx'
import type { EntryFilters as Filters } from './useChronology.ts'

type Props = { readonly chronology: ChronologyView; readonly filters: Filters }

/** The filters in the open, each with its count. */
export function EntryFilters({ chronology: { entries, agencies }, filters }: Props) {
  const styles = useStyles()
  const writing = agencies.flatMap(({ agency, name }) => {
    const count = entries.filter((entry) => entry.agency === agency).length
    return count > 0 ? [{ agency, name, count }] : []
  })
  const voices = entries.filter(({ voice }) => voice !== '').length
  const gaps = entries.filter(({ gap }) => gap !== null).length
  const { agency: chosen, only } = filters
  return (
    <div className={styles.filters}>
      <fieldset aria-label="Whose entries" className={styles.group}>
        <Toggle chosen={chosen === null} onChoose={() => filters.showAgency(null)}>
          All agencies {entries.length}
        </Toggle>
        {writing.map(({ agency, name, count }) => (
          <Toggle
            key={agency}
            chosen={chosen === agency}
            onChoose={() => filters.showAgency(chosen === agency ? null : agency)}
          >
            {name} {count}
          </Toggle>
        ))}
      </fieldset>
      <fieldset aria-label="Which entries" className={styles.group}>
        <Toggle
          chosen={only === 'voice'}
          onChoose={() => filters.showOnly(only === 'voice' ? null : 'voice')}
        >
          <Shape of="dot" />
          Child’s voice {voices}
        </Toggle>
        <Toggle chosen={only === 'gap'} onChoose={() => filters.showOnly(only === 'gap' ? null : 'gap')}>
          <Shape of="diamond" />
          No response {gaps}
        </Toggle>
      </fieldset>
    </div>
  )
}

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    marginBottom: tokens.spacingVerticalL,
    '@media print': { display: 'none' },
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
