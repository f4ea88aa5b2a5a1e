import { useSearchParams } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'

import type { FoundThing } from '#core/people/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { usePeopleStyles } from './People.styles.ts'
import { useFound } from './usePeople.ts'

/** What was found by the field in the top bar. */
export function Find() {
  const [params] = useSearchParams()
  const state: unknown = useHistoryState()
  const q = (params.get('q') ?? wordOf(state)).trim()
  const { data, error, refetch, isLoading } = useFound(q)
  if (isLoading) return <Skeleton />
  return (
    <Page title={q === '' ? 'Find' : `Found for “${q}”`} says={saying(q, data?.items.length)} narrow>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && data.items.length === 0 && (
        <Empty says="Nothing of that reference, number or name is here for you. Texts and children’s names are never searched." />
      )}
      {data && data.items.length > 0 && <List items={data.items} />}
      {data?.more && <p>There is more: write more of it.</p>}
    </Page>
  )
}

const KINDS: Readonly<Record<FoundThing['kind'], string>> = {
  case: 'Case',
  round: 'Round',
  action: 'Action',
  return: 'Return',
  form: 'Form',
  reply: 'Long list',
  escalation: 'Escalation',
  person: 'Person',
}

function List({ items }: { readonly items: readonly FoundThing[] }) {
  const styles = usePeopleStyles()
  return (
    <ul className={styles.posts}>
      {items.map(({ key, kind, name, says, path }) => (
        <li key={key}>
          <span className={styles.title}>
            <TextLink to={path}>{name}</TextLink>
          </span>
          <span>{says}</span>
          <span className={styles.quiet}>{KINDS[kind]}</span>
        </li>
      ))}
    </ul>
  )
}

function saying(q: string, found: number | undefined): string {
  if (q.length < 2)
    return 'Write at least two characters in the field on top: a case’s reference, a round’s code, an action’s or escalation’s number, or a person’s name.'
  return found === undefined || found === 0 ? '' : 'Only what is yours to see.'
}

function wordOf(state: unknown): string {
  return typeof state === 'object' && state !== null && 'q' in state && typeof state.q === 'string'
    ? state.q
    : ''
}
