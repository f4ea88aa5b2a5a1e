import { Button } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useLocation, useSearch } from 'wouter'

import type { ActionList, ActionRow, Lateness } from '#core/actions/views.ts'
import { inASentence } from '#core/people/in-a-sentence.ts'

import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { Row } from '../../parts/Row.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { groupNames, groups, isOwing, stateShapes } from '../../parts/states.ts'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { MakePaper } from '../chronology/MakePaper.tsx'
import { Chased, ChaseLate } from './ChaseLate.tsx'
import { Filters } from './Filters.tsx'
import { useActions, useChase } from './useActions.ts'
import { queryOf, useFilters } from './useFilters.ts'
import { Views } from './Views.tsx'

const ActionDrawer = lazy(async () => ({ default: (await import('./ActionDrawer.tsx')).ActionDrawer }))

/** All actions that concern the person, grouped by lateness; one of them may stand open at the right. */
export function Actions({ open }: { readonly open: string | undefined }) {
  const filters = useFilters()
  const list = useActions(filters)
  const { may } = useMe()
  const close = useClose(open)
  const chase = useChase()
  const counts = list.data?.counts
  if (!counts && !list.error) return <Skeleton />
  return (
    <Page
      title="Actions"
      says={counts && howItStands(counts)}
      act={
        <>
          {/* It reminds about every late action: a list that shows fewer does not offer it. */}
          {may.chase && filters.cut === 'all' && Object.keys(filters.narrowed).length === 0 && counts && (
            <ChaseLate chase={chase} count={counts.late + counts['very-late']} />
          )}
          {may.recordAction && <MoveLink to={routes.newAction}>Record an action</MoveLink>}
          {may.recordAction && <MoveLink to={routes.importActions}>Bring in a tracker</MoveLink>}
        </>
      }
    >
      <Chased chase={chase} />
      {list.error && <Trouble problem={list.error} onAgain={() => void list.refetch()} />}
      {list.data && may.chase && <WordOf filters={filters} rounds={list.data.choices.rounds} />}
      {list.data && <Filters filters={filters} counts={list.data.counts} choices={list.data.choices} />}
      {list.data && filters.view === 'list' && <Groups list={list} filters={filters} />}
      {list.data && filters.view !== 'list' && <Views filters={filters} />}
      {open && (
        <Suspense>
          <ActionDrawer key={open} id={open} onClose={close} />
        </Suspense>
      )}
    </Page>
  )
}

type Rounds = { readonly rounds: readonly { readonly id: string; readonly name: string }[] }

/** The list of one round as it is filtered, for those who keep its papers. */
function WordOf({ filters, rounds }: Filtered & Rounds) {
  const round = rounds.find(({ id }) => id === (filters.narrowed.round ?? rounds[0]?.id))
  if (!round || (filters.narrowed.round === undefined && rounds.length > 1)) return null
  const group = filters.group ? `&group=${filters.group}` : ''
  return (
    <MakePaper
      path={`/api/rounds/${encodeURIComponent(round.id)}/actions/paper?${queryOf(filters)}${group}`}
      name={`Make this list of round ${round.name} as a Word document`}
    />
  )
}

type Filtered = { readonly filters: ReturnType<typeof useFilters> }
type Listed = Filtered & { readonly list: ReturnType<typeof useActions> }

function Groups({ list, filters }: Listed) {
  const items = list.data?.items ?? []
  const search = useSearch()
  const row = (item: ActionRow) => (
    <Row
      key={item.id}
      id={rowId(item.id)}
      number={item.number}
      reference={item.reference}
      what={item.what}
      who={whoOf(item)}
      due={<Due day={item.due} owing={isOwing(item.group)} />}
      state={{ word: item.stateWords, shape: stateShapes[item.state] }}
      to={withSearch(routes.action(item.id), search)}
      changed={list.changed.get(item.id)}
    />
  )
  if (items.length === 0) return <NoActions filters={filters} />
  return (
    <>
      {groupNames.map((name) => {
        const rows = items.filter((item) => item.group === name)
        const count = list.data?.counts[name] ?? 0
        return (
          rows.length > 0 && (
            <div key={name}>
              <Rows level={2} title={groups[name].word} shape={groups[name].shape} count={count}>
                {rows.map(row)}
              </Rows>
              {!filters.group && count > rows.length && <ShowAll group={name} count={count} />}
            </div>
          )
        )
      })}
      <ShowMore list={list} />
    </>
  )
}

/** The list of all open groups shows the beginning of each: the rest of one is a choice of its own. */
function ShowAll({ group, count }: { readonly group: Lateness; readonly count: number }) {
  const { showGroup } = useFilters()
  return (
    <Button onClick={() => showGroup(group)}>
      Show all {count}: {groups[group].word.toLowerCase()}
    </Button>
  )
}

function NoActions({ filters: { group, cut, narrowed } }: Filtered) {
  const { may } = useMe()
  if (Object.keys(narrowed).length > 0)
    return (
      <Empty says="No open action is left with these filters.">
        <TextLink to={routes.actions}>See all open actions</TextLink>
      </Empty>
    )
  if (group)
    return (
      <Empty says={`No action here is "${groups[group].word.toLowerCase()}".`}>
        <TextLink to={routes.actions}>See all open actions</TextLink>
      </Empty>
    )
  if (cut === 'mine')
    return (
      <Empty says="No open action is yours to do or to confirm.">
        <TextLink to={routes.actions}>See all open actions</TextLink>
      </Empty>
    )
  return (
    <Empty says="No action is open. The actions of a panel day stand here as soon as they are recorded.">
      {may.recordAction && <TextLink to={routes.newAction}>Record an action</TextLink>}
    </Empty>
  )
}

function howItStands(counts: ActionList['counts']): string {
  const late = counts.late + counts['very-late']
  const waiting = counts['waiting-for-check']
  const sentences = [
    late === 0 ? 'None is late.' : late === 1 ? 'One is late.' : `${late} are late.`,
    waiting === 1 ? 'One waits for a check.' : waiting > 1 ? `${waiting} wait for a check.` : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** Who does it for whom, and how far the whole has come that it is one of. */
function whoOf({ owner, raiser, ring }: ActionRow): string {
  const who = `${owner}, asked by ${inASentence(raiser)}`
  return ring ? `${who}. ${ring.parent}: ${ring.confirmed} of ${ring.of} confirmed` : who
}

const rowId = (action: string) => `open-${action}`
const withSearch = (path: string, search: string) => (search ? `${path}?${search}` : path)

/** Closes the drawer and gives the focus back to the row that opened it. */
function useClose(open: string | undefined): () => void {
  const [, navigate] = useLocation()
  const search = useSearch()
  return () => {
    navigate(withSearch(routes.actions, search))
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`#${CSS.escape(rowId(open ?? ''))}`)?.focus(),
    )
  }
}
