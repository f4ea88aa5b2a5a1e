import { Button } from '@fluentui/react-components'
import { useHistoryState } from 'wouter/use-browser-location'

import type { RoundView } from '#core/round/views.ts'

import { inWords, shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { DutyRows } from './DutyRows.tsx'
import { Members } from './Members.tsx'
import { useRoundStyles } from './Rounds.styles.ts'
import { RoundTabs } from './RoundTabs.tsx'
import { PrintedTable, Timetable } from './Timetable.tsx'
import { saveCalendar, titleOf, useRound } from './useRound.ts'

const ROUNDS = { to: routes.rounds, name: 'Rounds' } as const

/** One round: where we are, what is late, what is next. */
export function Round({ id }: { readonly id: string }) {
  const { data: round, error, refetch } = useRound(id)
  const news = newsIn(useHistoryState<unknown>())
  if (!round && !error) return <Skeleton />
  if (!round)
    return (
      <Page title="This could not be shown" up={ROUNDS}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page title={titleOf(round)} says={round.says} up={ROUNDS} act={<NextAct round={round} />}>
      <RoundTabs round={id} />
      <Status>{news && <Notice kind="done" title={news} />}</Status>
      <Lacking round={round} />
      <Owed round={round} />
      <Section title="Agencies">
        <Members members={round.members} />
      </Section>
      <Days round={round} />
      <Facts round={round} />
    </Page>
  )
}

/** The one thing to do next in this state. */
function NextAct({ round: { id, next, members, counts } }: { readonly round: RoundView }) {
  if (next === null) return null
  const acts = {
    'record-approval': { to: routes.approval(id), name: 'Record the approval' },
    'write-long-list': {
      to: routes.longList(id),
      name: counts.listed > 0 ? 'Go on with the long list' : 'Write the long list',
    },
    'name-lead-persons': { to: routes.setUp(id), name: 'Name the lead persons' },
    'send-long-list': { to: routes.sendList(id), name: `Send the long list to ${agencies(members.length)}` },
    'choose-cases': { to: routes.choose(id), name: 'Choose the cases' },
    'open-grid': { to: routes.grid(id), name: 'Open the grid' },
    'close-round': { to: routes.closeRound(id), name: 'Close the round' },
  } as const
  return (
    <MoveLink to={acts[next].to} primary>
      {acts[next].name}
    </MoveLink>
  )
}

/** What keeps the long list from going out, with where it is put right. */
function Lacking({ round: { id, state, lacking, may } }: { readonly round: RoundView }) {
  const isBefore = state === 'draft' || state === 'approved'
  const { leadPerson, seniority } = lacking
  if (!isBefore || !may.change || leadPerson.length + seniority.length === 0) return null
  return (
    <Notice kind="news" title="Before the long list can be sent">
      <ul>
        {leadPerson.length > 0 && <li>Name the lead person of {leadPerson.join(', ')}.</li>}
        {seniority.length > 0 && (
          <li>Declare that the lead person decides for the agency: {seniority.join(', ')}.</li>
        )}
      </ul>
      <p>
        <TextLink to={routes.setUp(id)}>Change agencies and lead persons</TextLink>
      </p>
    </Notice>
  )
}

function Owed({ round }: { readonly round: RoundView }) {
  const { today } = useMe()
  const { duties, open, state } = round
  if (open === 0)
    return (
      <Section title="What is owed">
        <Empty
          says={
            state === 'draft' ? 'Nobody owes anything before the theme is approved.' : 'Nothing is owed now.'
          }
        />
      </Section>
    )
  const late = duties.filter(({ due }) => due < today)
  const next = duties.filter(({ due }) => due >= today)
  return (
    <Section title="What is owed">
      {late.length > 0 && <DutyRows title="Late" shape="triangle" items={late} may={round.may} />}
      {next.length > 0 && <DutyRows title="Next" shape="ring" items={next} may={round.may} />}
    </Section>
  )
}

function Days({ round: { id, timetable } }: { readonly round: RoundView }) {
  const styles = useRoundStyles()
  return (
    <Section title="Timetable">
      <Timetable timetable={timetable} />
      <div className={styles.acts}>
        <Button onClick={() => void saveCalendar(id)}>Save as a calendar file</Button>
        <TextLink to={routes.bankHolidays}>Bank and school holidays</TextLink>
      </div>
      <details className={styles.fold}>
        <summary>As the framework prints it</summary>
        <PrintedTable timetable={timetable} />
      </details>
    </Section>
  )
}

function Facts({ round }: { readonly round: RoundView }) {
  const { id, sourceWords, method, start, leftOut, approval, listReason, counts, closed, next, may } = round
  const { today } = useMe()
  const styles = useRoundStyles()
  return (
    <Section title="How it was set up">
      <dl className={styles.facts}>
        <dt>Where the theme comes from</dt>
        <dd>{sourceWords.join('; ')}</dd>
        <dt>Approved</dt>
        <dd>{approval ? `by ${approval.by} on ${shortWords(approval.on, today)}` : 'not yet'}</dd>
        <dt>Method</dt>
        <dd>{method.name}</dd>
        <dt>First day</dt>
        <dd>{inWords(start, today)}</dd>
        <dt>Weeks left out</dt>
        <dd>
          {leftOut.length > 0 ? leftOut.map((day) => `of ${shortWords(day, today)}`).join(', ') : 'none'}
        </dd>
        <dt>Long list</dt>
        <dd>
          {counts.listed} of {method.longList} cases{listReason && `: ${listReason}`}
        </dd>
        {closed && (
          <>
            <dt>Closed</dt>
            <dd>
              on {closed.on}
              {closed.reason && `, although something was owed: ${closed.reason}`}
            </dd>
          </>
        )}
      </dl>
      <div className={styles.acts}>
        {may.change && <MoveLink to={routes.setUp(id)}>Change the set-up</MoveLink>}
        {may.seeLongList && !may.writeLongList && (
          <MoveLink to={routes.longList(id)}>See the long list</MoveLink>
        )}
        {may.copy && <MoveLink to={`${routes.newRound}?copy=${id}`}>Copy as a new round</MoveLink>}
        {may.close && next !== 'close-round' && (
          <MoveLink to={routes.closeRound(id)}>Close the round</MoveLink>
        )}
      </div>
    </Section>
  )
}

const agencies = (count: number) => (count === 1 ? 'one agency' : `${count} agencies`)

/** What the page before had to say, carried in the history's state. */
function newsIn(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('news' in state)) return undefined
  return typeof state.news === 'string' ? state.news : undefined
}
