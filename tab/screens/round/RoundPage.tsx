import type { ReactNode } from 'react'

import type { RoundView } from '#core/round/views.ts'

import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useRound } from './useRound.ts'

type Props = {
  readonly id: string
  readonly title: string
  readonly says: (round: RoundView) => string
  readonly children: (round: RoundView) => ReactNode
}

/** One act of a round on a page of its own. */
export function RoundPage({ id, title, says, children }: Props) {
  const { data: round, error, refetch } = useRound(id)
  if (!round && !error) return <Skeleton />
  if (!round)
    return (
      <Page title="This could not be shown" up={{ to: routes.rounds, name: 'Rounds' }}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page title={title} says={says(round)} up={{ to: routes.round(id), name: `Round ${round.code}` }} narrow>
      {children(round)}
    </Page>
  )
}
