import { useEffect, useState } from 'react'

import { inTeams } from '../../host.ts'
import { entityOf } from '../../landing.ts'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { SelectField } from '../../parts/form/SelectField.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useRounds } from './useRound.ts'

const SHOWS = {
  home: 'What waits for each person',
  panel: 'The panel day of a round',
  grid: 'The grid of a round',
} as const
type Shows = keyof typeof SHOWS

/** In Teams' settings of a tab: what the tab of a channel or a meeting shows. */
export function Configure() {
  const rounds = useRounds()
  const [shows, setShows] = useState<Shows>('home')
  const [round, setRound] = useState('')
  const [isRead, setRead] = useState(!inTeams)
  const code = rounds.data?.items.find(({ id }) => id === round)?.code
  useEffect(() => {
    const take = async () => {
      const chosen = await saved()
      setShows(chosen.shows)
      setRound(chosen.round)
      setRead(true)
    }
    if (inTeams) void take()
  }, [])
  useEffect(() => {
    if (inTeams && isRead) void offer(tabOf(shows, round, code))
  }, [isRead, shows, round, code])

  if (!inTeams)
    return (
      <Page
        title="This page belongs to Teams"
        narrow
        says="It is shown there when a tab is added to a channel or meeting."
      >
        <MoveLink to={routes.home}>Go to Home</MoveLink>
      </Page>
    )
  if (!isRead || (!rounds.data && !rounds.error)) return <Skeleton />
  return (
    <Page title="What this tab shows" says="Each person sees in it only what is theirs to see." narrow>
      {rounds.error && <Trouble problem={rounds.error} onAgain={() => void rounds.refetch()} />}
      <RadioField
        id="shows"
        label="The tab shows"
        options={rounds.data && rounds.data.items.length > 0 ? SHOWS : { home: SHOWS.home }}
        value={shows}
        onChange={(value) => setShows(value === 'panel' || value === 'grid' ? value : 'home')}
      />
      {shows !== 'home' && (
        <SelectField
          id="round"
          label="Round"
          none="Choose a round"
          value={round}
          onChange={setRound}
          options={(rounds.data?.items ?? []).map(({ id, code: name }) => ({ id, name: `Round ${name}` }))}
        />
      )}
      <p>Then choose Save at the bottom.</p>
    </Page>
  )
}

/** What the tab shows until now, so that Save keeps what nobody has changed; a new one shows what waits for each. */
async function saved(): Promise<{ readonly shows: Shows; readonly round: string }> {
  const { joinTeams, savedEntity } = await import('../../teams.ts')
  await joinTeams()
  return chosenIn((await savedEntity()) ?? '')
}

function chosenIn(entityId: string): { readonly shows: Shows; readonly round: string } {
  const [, kind, round = ''] = /^(round|grid):([\w-]{1,64})$/.exec(entityId) ?? []
  return { shows: kind === 'round' ? 'panel' : kind === 'grid' ? 'grid' : 'home', round }
}

async function offer(tab: Tab | undefined): Promise<void> {
  const { joinTeams, offerTab } = await import('../../teams.ts')
  await joinTeams()
  offerTab(tab)
}

type Tab = {
  readonly entityId: string
  readonly contentUrl: string
  readonly websiteUrl: string
  readonly suggestedDisplayName: string
}

/** What Teams keeps of the tab: addresses and the round's code. Undefined as long as no round is chosen. */
function tabOf(shows: Shows, round: string, code: string | undefined): Tab | undefined {
  if (shows === 'home') return at(routes.home, 'home', 'Case evaluations')
  if (code === undefined) return undefined
  if (shows === 'panel') return at(routes.panel(round), entityOf(round), `Panel day ${code}`)
  return at(routes.grid(round), `grid:${round}`, `Grid ${code}`)
}

function at(path: string, entityId: string, suggestedDisplayName: string): Tab {
  const websiteUrl = `${window.location.origin}${path}`
  // Teams puts its theme in: the page has the right colours before it has asked. On phones it knows this spelling alone.
  return { entityId, contentUrl: `${websiteUrl}?theme={theme}`, websiteUrl, suggestedDisplayName }
}
