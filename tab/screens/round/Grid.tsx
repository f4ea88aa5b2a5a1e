import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { GridView } from '#core/round/grid/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { useNarrow } from '../../parts/use-narrow.ts'
import { routes } from '../../routes.ts'
import { GridBar } from './GridBar.tsx'
import { GridByAgency } from './GridByAgency.tsx'
import { GridRelease } from './GridRelease.tsx'
import { GridTable } from './GridTable.tsx'
import { RoundTabs } from './RoundTabs.tsx'
import { useChoice, useGrid } from './useGrid.ts'

/** Who owes what, agency by case; chosen cells are reminded, given more time, or taken out. */
export function Grid({ round }: { readonly round: string }) {
  const { data: grid, error, refetch } = useGrid(round)
  if (!grid && !error) return <Skeleton />
  if (!grid)
    return (
      <Page title="This could not be shown" up={{ to: routes.rounds, name: 'Rounds' }}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return <Shown grid={grid} />
}

function Shown({ grid }: { readonly grid: GridView }) {
  const choice = useChoice(grid)
  const isNarrow = useNarrow()
  const [news, setNews] = useState('')
  const isLateLeft = choice.late.some(({ key }) => !choice.isChosen(key))
  return (
    <Page
      title={`Grid of round ${grid.code}`}
      says={grid.says}
      up={{ to: routes.round(grid.id), name: `Round ${grid.code}` }}
      act={
        isLateLeft && (
          <Button appearance={choice.chosen.length > 0 ? 'secondary' : 'primary'} onClick={choice.chooseLate}>
            Choose all that are late
          </Button>
        )
      }
    >
      <RoundTabs round={grid.id} />
      <Status>{news && <Notice kind="done" title={news} />}</Status>
      {grid.rows.length === 0 ? (
        <Empty says="The agencies owe nothing yet. The grid fills when the long list is sent.">
          <TextLink to={routes.round(grid.id)}>Go to the round</TextLink>
        </Empty>
      ) : (
        <>
          {isNarrow ? (
            <GridByAgency grid={grid} choice={choice} />
          ) : (
            <GridTable grid={grid} choice={choice} />
          )}
          <GridBar grid={grid} choice={choice} onDone={setNews} />
          <GridRelease grid={grid} />
        </>
      )}
    </Page>
  )
}
