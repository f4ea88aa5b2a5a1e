import type { MonitorView } from '#core/learning/views.ts'

import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { CountsTable } from './CountsTable.tsx'
import { Lines } from './Lines.tsx'
import { useMonitor } from './useStanding.ts'

/** What became of what was agreed, across rounds: references, days and counts, never a name. */
export function Monitor() {
  const { data, error, refetch } = useMonitor()
  const { may } = useMe()
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown" up={UP}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page
      title="What became of what was agreed"
      says={data.rounds.length > 0 ? data.says : undefined}
      up={UP}
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data.rounds.length === 0 ? (
        <Empty says="Nothing was agreed yet. A round stands here from the day on which its panel day is closed.">
          <TextLink to={routes.rounds}>See where the rounds are</TextLink>
        </Empty>
      ) : (
        <Whole view={data} />
      )}
      {may.chase && (
        <p>
          <TextLink to={routes.team}>Supervision sheets of all workers</TextLink>
        </p>
      )}
    </Page>
  )
}

const UP = { to: routes.rounds, name: 'Rounds' } as const

function Whole({ view: { rounds, late, silent, escalations } }: { readonly view: MonitorView }) {
  return (
    <>
      <Section title="Late">
        {late.length === 0 ? <p>Nothing is late in any round.</p> : <Lines lines={late} label="Late" />}
      </Section>
      <Section title="Whoever asked has not answered">
        {silent.length === 0 ? (
          <p>
            Everyone who asked for something has said whether it happened, or was asked less than five working
            days ago.
          </p>
        ) : (
          <Lines lines={silent} label="Whoever asked has not answered" />
        )}
      </Section>
      <Section title="Escalations">
        <p>
          <TextLink to={routes.escalations}>
            {escalations.open} open, {escalations.ended} ended
          </TextLink>
        </p>
      </Section>
      {rounds.map((round) => (
        <Round key={round.code} round={round} />
      ))}
    </>
  )
}

function Round({ round }: { readonly round: MonitorView['rounds'][number] }) {
  const { id, code, theme, stands, agencies, all } = round
  return (
    <Section title={theme === '' ? `Round ${code}` : `Round ${code}: ${theme}`}>
      <p>
        {stands}.{' '}
        {id !== null && <TextLink to={routes.pack(id)}>The pack of this round, case by case</TextLink>}
      </p>
      {all.actions.all > 0 ? (
        <CountsTable
          of="actions"
          rows={agencies.filter(({ actions }) => actions.all > 0)}
          all={all}
          label={`Actions of round ${code}`}
        />
      ) : (
        <p>No action was agreed.</p>
      )}
      {all.forms.all > 0 ? (
        <CountsTable
          of="forms"
          rows={agencies.filter(({ forms }) => forms.all > 0)}
          all={all}
          label={`Close-the-loop forms of round ${code}`}
        />
      ) : (
        <p>No close-the-loop form was asked for.</p>
      )}
    </Section>
  )
}
