import { mergeClasses } from '@fluentui/react-components'

import type { ChronologyView } from '#core/chronology/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useNarrow } from '../../parts/use-narrow.ts'
import { routes } from '../../routes.ts'
import { useChronologyStyles } from './Chronology.styles.ts'
import { EntryFilters } from './EntryFilters.tsx'
import { EntryList } from './EntryList.tsx'
import { EntryTable } from './EntryTable.tsx'
import { MakePaper } from './MakePaper.tsx'
import { isShown, useChronology, useEntryFilters } from './useChronology.ts'

/** The chronologies of a case as one: what each agency recorded, where the child spoke, and where nobody answered. */
export function Chronology({ id }: { readonly id: string }) {
  const { data: chronology, error, refetch } = useChronology(id)
  if (!chronology && !error) return <Skeleton />
  if (!chronology)
    return (
      <Page title="This could not be shown" up={{ to: routes.case(id), name: 'The case' }}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page
      title={`Case ${chronology.reference}: chronology`}
      says={chronology.says}
      up={{ to: routes.case(id), name: `Case ${chronology.reference}` }}
    >
      {chronology.may.makePaper && chronology.entries.length > 0 && (
        <MakePaper
          path={`/api/cases/${encodeURIComponent(id)}/chronology/paper`}
          name="Make the Word document"
        />
      )}
      <Entries chronology={chronology} />
      <Beside chronology={chronology} />
    </Page>
  )
}

function Entries({ chronology }: { readonly chronology: ChronologyView }) {
  const styles = useChronologyStyles()
  const filters = useEntryFilters()
  const isNarrow = useNarrow()
  const shown = chronology.entries.filter((entry) => isShown(entry, filters))
  if (chronology.entries.length === 0)
    return (
      <Empty says="No agency has sent its chronology for this case yet. What is sent stands here at once.">
        <TextLink to={routes.case(chronology.case)}>See how the returns stand</TextLink>
      </Empty>
    )
  return (
    <>
      <EntryFilters chronology={chronology} filters={filters} />
      {shown.length === 0 ? (
        <Empty says="No entry is like that. Choose another agency, or all entries." />
      ) : isNarrow ? (
        <EntryList entries={shown} />
      ) : (
        <EntryTable entries={shown} />
      )}
      <p className={mergeClasses(styles.quiet, styles.foot)}>
        Each entry stands as its agency wrote it. Agencies looked back to {chronology.lookBackWords}. Each
        view of this page is recorded with your name and the time.
      </p>
    </>
  )
}

/** What is not in an entry: who sent what, and where an agency was silent. */
function Beside({ chronology: { agencies, quiet } }: { readonly chronology: ChronologyView }) {
  const styles = useChronologyStyles()
  return (
    <>
      {quiet.length > 0 && (
        <Section title="Quiet times">
          <ul className={styles.lines}>
            {quiet.map(({ agency, to, words }) => (
              <li key={`${agency} ${to}`}>
                <Shape of="bar" />
                {words}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="Whose chronologies are in">
        <ul className={styles.lines}>
          {agencies.map(({ agency, name, standing, words }) => (
            <li key={agency}>
              <Shape of={SHAPES[standing]} />
              {name}: {words}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

const SHAPES = { in: 'tick', missing: 'ring', brief: 'bar', out: 'bar' } as const
