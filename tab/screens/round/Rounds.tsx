import type { RoundRow } from '#core/round/views.ts'

import { inWords, shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Rows } from '../../parts/Rows.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useRounds } from './useRound.ts'

/** The evaluation rounds that concern the person: those that go on, then those that are complete. */
export function Rounds() {
  const list = useRounds()
  const { monitor: monitors } = useMe().may
  if (!list.data && !list.error) return <Skeleton />
  const items = list.data?.items ?? []
  const goingOn = items.filter(({ state }) => state !== 'complete')
  const complete = items.filter(({ state }) => state === 'complete')
  const may = list.data?.may
  return (
    <Page
      title="Rounds"
      says={goingOn.length > 0 ? howItStands(goingOn) : undefined}
      act={
        may?.setUp && (
          <MoveLink to={routes.newRound} primary={items.length === 0}>
            Set up a round
          </MoveLink>
        )
      }
    >
      {list.error && <Trouble problem={list.error} onAgain={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <Empty
          says={
            may?.setUp
              ? 'No round yet. Set up the first one.'
              : 'No round concerns you now. What you owe is on Home.'
          }
        >
          <TextLink to={may?.setUp ? routes.newRound : routes.home}>
            {may?.setUp ? 'Set up the first round' : 'Home'}
          </TextLink>
        </Empty>
      )}
      <Group title="Going on" rounds={goingOn} />
      <Group title="Complete" rounds={complete} />
      {monitors && (
        <p>
          <TextLink to={routes.monitor}>What became of what was agreed</TextLink>
        </p>
      )}
      {may?.setUp && (
        <p>
          <TextLink to={routes.bankHolidays}>Bank and school holidays</TextLink>
        </p>
      )}
    </Page>
  )
}

function Group({ title, rounds }: { readonly title: string; readonly rounds: readonly RoundRow[] }) {
  const { today } = useMe()
  if (rounds.length === 0) return null
  return (
    <Rows level={2} title={title} count={rounds.length}>
      {rounds.map((round) => (
        <Row
          key={round.id}
          number=""
          reference={round.code}
          what={round.theme}
          who={`from ${inWords(round.start, today)}`}
          due={
            round.panelDay ? `Panel day ${shortWords(round.panelDay, today)}` : 'Panel day to be confirmed'
          }
          state={{ word: stateOf(round), shape: SHAPES[round.state] }}
          to={routes.round(round.id)}
        />
      ))}
    </Rows>
  )
}

function stateOf({ stateWords, late }: RoundRow): string {
  return late > 0 ? `${stateWords}, ${late} late` : stateWords
}

function howItStands(rounds: readonly RoundRow[]): string {
  const late = rounds.reduce((sum, round) => sum + round.late, 0)
  const count = rounds.length === 1 ? 'One round is going on.' : `${rounds.length} rounds are going on.`
  if (late === 0) return `${count} Nothing is late.`
  return `${count} ${late === 1 ? 'One thing is late.' : `${late} things are late.`}`
}

const SHAPES: Readonly<Record<RoundRow['state'], ShapeName>> = {
  draft: 'ring',
  approved: 'ring',
  'list-sent': 'half',
  evaluating: 'half',
  'panel-held': 'dot',
  complete: 'tick',
}
