import { countOf } from '#core/count.ts'
import type { PanelView } from '#core/panel-day/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { JoinInTeams } from '../../parts/JoinInTeams.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { RoundTabs } from '../round/RoundTabs.tsx'
import { CloseDay } from './CloseDay.tsx'
import { Counts } from './Counts.tsx'
import { Meeting } from './Meeting.tsx'
import { RunningOrder } from './RunningOrder.tsx'
import { usePanelDay } from './usePanelDay.ts'

/** Panel day: the cases in their order, what the panel decides about each, and closing the day. */
export function PanelDay({ round }: { readonly round: string }) {
  const { data: panel, error, refetch } = usePanelDay(round)
  const { today } = useMe()
  if (!panel && !error) return <Skeleton />
  if (!panel)
    return (
      <Page title="This could not be shown" up={{ to: routes.home, name: 'Home' }}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  const { code } = panel.round
  const joinUrl = panel.meeting?.joinUrl ?? null
  return (
    <Page title={`Panel day of round ${code}`} says={standing(panel, today)} up={upOf(panel)}>
      <RoundTabs round={round} />
      {joinUrl !== null && <JoinInTeams url={joinUrl} />}
      <Section title="Running order" id="running-order">
        {panel.cases.length > 0 ? (
          <RunningOrder panel={panel} />
        ) : (
          <Empty says="No case of this round is yours to see. Ask the partnership if you think that one should be." />
        )}
      </Section>
      {panel.counts && <Counts counts={panel.counts} />}
      {panel.may.book && <Meeting panel={panel} />}
      <CloseDay panel={panel} />
    </Page>
  )
}

function upOf({ round }: PanelView) {
  return { to: routes.round(round.id), name: `Round ${round.code}` } as const
}

/** When it is, and how far the panel has come. */
function standing({ held, panelDay, meeting, cases }: PanelView, today: string): string {
  if (held) return `Panel day was closed on ${held}.`
  const when = `${inWords(panelDay, today)}${meeting ? `, ${meeting.from} to ${meeting.to}` : ''}`
  return `Panel day ${panelDay < today ? 'was' : 'is'} ${when}. ${confirmedInWords(cases)}`
}

function confirmedInWords(cases: PanelView['cases']): string {
  const confirmed = cases.filter(({ state }) => state === 'confirmed').length
  if (confirmed === 0) return 'No case is confirmed yet.'
  if (confirmed === cases.length && confirmed > 1) return `All ${confirmed} cases are confirmed.`
  return `${confirmed} of ${countOf(cases.length, 'case')} ${confirmed === 1 ? 'is' : 'are'} confirmed.`
}
