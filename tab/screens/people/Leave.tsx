import { countOf } from '#core/count.ts'
import type { LeavingView } from '#core/people/views.ts'

import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { HandOverForm } from './HandOverForm.tsx'
import { usePeopleStyles } from './People.styles.ts'
import { since } from './People.tsx'
import { useLeaving } from './usePeople.ts'

const UP = { to: routes.people, name: 'People' }

/** Somebody leaves: what they hold, what would be left without a holder, and the one move that hands it over. */
export function Leave({ person }: { readonly person: string }) {
  const { data, error, refetch } = useLeaving(person)
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown" up={UP}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  const movable = data.posts.filter(({ to }) => to === null)
  return (
    <Page title={`Hand over from ${data.name}`} says={saying(data)} up={UP} narrow>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      <Check of={data} />
      {data.posts.length > 0 && <Held of={data} />}
      {movable.length > 0 && <HandOverForm of={data} />}
    </Page>
  )
}

function saying({ posts }: LeavingView): string {
  const held = posts.filter(({ as }) => as === 'holder')
  if (held.length === 0) return 'They hold no post.'
  return `They hold ${countOf(held.length, 'post')}. Until these are handed over, everything goes to them.`
}

/** The leaver check: nothing is left without a holder, or what is. */
function Check({ of: { left, posts } }: { readonly of: LeavingView }) {
  if (left.length > 0)
    return (
      <Notice kind="trouble" title="Left without a holder">
        <ul>
          {left.map(({ id, title, of }) => (
            <li key={id}>
              <TextLink to={routes.post(id)}>{title}</TextLink>, {of}
            </li>
          ))}
        </ul>
      </Notice>
    )
  if (posts.some(({ as }) => as === 'holder')) return null
  return <Notice kind="done" title="Nothing is left without a holder." />
}

function Held({ of: { posts } }: { readonly of: LeavingView }) {
  const styles = usePeopleStyles()
  const { today } = useMe()
  return (
    <Section title="Would be left without a holder">
      <ul className={styles.posts}>
        {posts.map(({ id, title, of, as, from, to, owes, asked, actions }) => (
          <li key={`${id} ${as} ${from}`}>
            <span className={styles.title}>
              <TextLink to={routes.post(id)}>{title}</TextLink>
              <span className={styles.quiet}>{of}</span>
            </span>
            <span>
              {as === 'deputy' ? 'Deputises, ' : ''}
              {since({ person: '', name: '', from, to }, today)}
            </span>
            <span className={styles.quiet}>
              {owes === 0 ? 'Owes nothing' : `Owes ${countOf(owes, 'answer')}`}, waits for{' '}
              {asked === 0 ? 'nothing' : countOf(asked, 'answer')}
            </span>
            <span className={styles.quiet}>{countOf(actions, 'open action')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
