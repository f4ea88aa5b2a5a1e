import { Button } from '@fluentui/react-components'

import { countOf } from '#core/count.ts'
import type { Ended, UndeliveredItem } from '#core/prompts/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { usePeopleStyles } from '../people/People.styles.ts'
import { useSendAgain, useUndelivered } from './useUndelivered.ts'

/** Reminders that did not arrive, and people whom the bot does not reach: of what is still owed. */
export function Undelivered() {
  const { data, error, refetch } = useUndelivered()
  if (!data && !error) return <Skeleton />
  const items = data?.items ?? []
  const missed = items.filter(({ ended }) => ended === 'not-delivered' || ended === 'nobody')
  const away = items.filter(({ ended }) => ended === 'away')
  const otherwise = items.filter(({ ended }) => ended === 'by-mail' || ended === 'in-teams')
  return (
    <Page
      title="Could not be delivered"
      says={
        missed.length > 0
          ? `${countOf(missed.length, 'reminder')} reached nobody. Ring the person, or say who holds the post.`
          : items.length > 0
            ? 'Every reminder reached somebody, or waits for somebody who is away.'
            : undefined
      }
      up={{ to: routes.people, name: 'People' }}
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && items.length === 0 && (
        <Empty says="Everybody was reached. A reminder that does not arrive is shown here the same day, with why.">
          <TextLink to={routes.people}>People and their posts</TextLink>
        </Empty>
      )}
      {missed.length > 0 && (
        <Section title="Reached nobody">
          <Items items={missed} />
        </Section>
      )}
      {away.length > 0 && (
        <Section title="For somebody who is away">
          <Items items={away} />
        </Section>
      )}
      {otherwise.length > 0 && (
        <Section title="Went another way">
          <Items items={otherwise} />
        </Section>
      )}
      {data?.more === true && <p>These are the newest 200. Older ones show once these are settled.</p>}
    </Page>
  )
}

const ENDED: Readonly<Record<Ended, { readonly says: string; readonly shape: ShapeName }>> = {
  'not-delivered': { says: 'Not delivered', shape: 'diamond' },
  nobody: { says: 'Nobody holds this post', shape: 'diamond' },
  away: { says: 'Waits until they are back', shape: 'ring' },
  'by-mail': { says: 'Not reachable in Teams, sent by mail', shape: 'tick' },
  'in-teams': { says: 'Not reachable by mail, sent in Teams', shape: 'tick' },
}

function Items({ items }: { readonly items: readonly UndeliveredItem[] }) {
  const styles = usePeopleStyles()
  return (
    <ul className={styles.posts}>
      {items.map((item) => (
        <li key={item.key}>
          <span className={styles.title}>
            <TextLink to={item.path}>{`${item.number || item.reference}: ${item.asks}`}</TextLink>
            {item.number !== '' && <span className={styles.quiet}>{item.reference}</span>}
          </span>
          <span>
            {item.who}
            <span className={styles.quiet}>{item.why}</span>
            {item.ended === 'nobody' && <TextLink to={routes.people}>Say who holds it</TextLink>}
          </span>
          <span>
            <Shape of={ENDED[item.ended].shape} /> {ENDED[item.ended].says}
            <span className={styles.quiet}>{item.at}</span>
          </span>
          {item.message && <Again message={item.message} about={`${item.number} ${item.reference}`.trim()} />}
        </li>
      ))}
    </ul>
  )
}

function Again({ message, about }: { readonly message: string; readonly about: string }) {
  const styles = usePeopleStyles()
  const again = useSendAgain(message)
  return (
    <span>
      <Button disabledFocusable={again.isPending} onClick={() => again.mutate({ body: {} })}>
        Try again<span className={styles.hidden}> {about}</span>
      </Button>
      <Status>{again.error && <Trouble problem={again.error} />}</Status>
    </span>
  )
}
