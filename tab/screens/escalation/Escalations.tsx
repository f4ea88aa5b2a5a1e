import { AREA_NAMES, AREAS } from '#core/escalation/areas.ts'
import type { EscalationCount, EscalationRow } from '#core/escalation/views.ts'
import { inASentence } from '#core/people/in-a-sentence.ts'

import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Section } from '../../parts/Section.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Toggle } from '../../parts/Toggle.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useEscalationStyles } from './Escalation.styles.ts'
import { useRegister, useRegisterFilters } from './useEscalation.ts'

/** The register of concerns: one's own, or all of them for the partnership. */
export function Escalations() {
  const filters = useRegisterFilters()
  const { data, error, refetch } = useRegister(filters)
  if (!data && !error) return <Skeleton />
  const open = data?.items.filter(({ owing, state }) => owing || state === 'resolved') ?? []
  const ended = data?.items.filter((item) => !open.includes(item)) ?? []
  return (
    <Page
      title="Escalations"
      says="Concerns and disagreements between practitioners, until whoever raised them says that it happened."
      act={
        data?.may.raise && (
          <MoveLink to={routes.newEscalation} primary>
            Raise a concern
          </MoveLink>
        )
      }
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && <Filters filters={filters} />}
      {data && data.items.length === 0 && <Nothing isFiltered={filters.theme !== null} />}
      {open.length > 0 && <Group title="Open" items={open} />}
      {ended.length > 0 && <Group title="Ended" items={ended} />}
      {data?.counts && <Counts counts={data.counts} />}
      {data?.may.set && (
        <p>
          <TextLink to={routes.escalationSettings}>
            Procedures, their times, and what to do in danger
          </TextLink>
        </p>
      )}
    </Page>
  )
}

function Filters({ filters }: { readonly filters: ReturnType<typeof useRegisterFilters> }) {
  const styles = useEscalationStyles()
  const { cut, theme, showCut, showTheme } = filters
  return (
    <>
      <div className={styles.filters}>
        <Toggle chosen={cut === 'all'} onChoose={() => showCut('all')}>
          All that I may see
        </Toggle>
        <Toggle chosen={cut === 'mine'} onChoose={() => showCut('mine')}>
          Mine
        </Toggle>
      </div>
      <SelectField
        id="register-theme"
        label="Theme"
        none="Every theme"
        options={AREA_NAMES.map((area) => ({ id: area, name: AREAS[area] }))}
        value={theme ?? ''}
        onChange={(wanted) => showTheme(AREA_NAMES.find((area) => area === wanted) ?? null)}
      />
    </>
  )
}

function Group({ title, items }: { readonly title: string; readonly items: readonly EscalationRow[] }) {
  return (
    <Rows level={2} title={title} count={items.length}>
      {items.map((item) => (
        <Row
          key={item.id}
          number={item.number}
          reference={item.reference}
          what={`${AREAS[item.theme ?? item.about]}, ${stageInWords(item)}`}
          who={`${item.raiser}, asked of ${inASentence(item.addressee)}`}
          due={item.owing ? <Due day={item.due} /> : ''}
          state={{ word: item.yours ? 'Waits for you' : item.stateWords, shape: SHAPES[item.state] }}
          to={routes.escalation(item.id)}
        />
      ))}
    </Rows>
  )
}

/** "stage 3 (stage 2 skipped)" */
function stageInWords({ stage, skipped }: EscalationRow): string {
  const now = stage.toLowerCase()
  return skipped.length === 0 ? now : `${now} (${skipped.join(' and ').toLowerCase()} skipped)`
}

const SHAPES: Readonly<Record<EscalationRow['state'], ShapeName>> = {
  waiting: 'ring',
  promised: 'half',
  resolved: 'dot',
  closed: 'tick',
  withdrawn: 'bar',
}

/** By theme and stage, never a word of them. */
function Counts({ counts }: { readonly counts: readonly EscalationCount[] }) {
  const styles = useEscalationStyles()
  return (
    <Section title="How many, by theme and stage">
      {counts.length === 0 && <p className={styles.quiet}>No concern was raised yet.</p>}
      <ul className={styles.entries}>
        {counts.map(({ theme, stage, open, ended }) => (
          <li key={`${theme} ${stage}`}>
            {AREAS[theme]}, stage {stage}: {open} open, {ended} ended
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <Empty says="No concern stands under this theme.">
      <TextLink to={routes.escalations}>See every theme</TextLink>
    </Empty>
  ) : (
    <Empty says="No concern waits. When something agreed does not happen, raise it: it takes a minute." />
  )
}
