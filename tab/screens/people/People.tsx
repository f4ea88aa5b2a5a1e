import { countOf } from '#core/count.ts'
import type { GuestView, HeldView, SeatRow } from '#core/people/views.ts'

import { shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { usePeopleStyles } from './People.styles.ts'
import { Representative } from './Representative.tsx'
import { useHoldings } from './usePeople.ts'

/** Who holds which post, and what is vacant: that first. */
export function People() {
  const { data, error, refetch } = useHoldings()
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown">
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  const vacant = data.posts.filter(({ holder }) => holder === null)
  const held = Map.groupBy(
    data.posts.filter(({ holder }) => holder !== null),
    ({ of }) => of,
  )
  return (
    <Page
      title="People and their posts"
      says={`${vacant.length === 0 ? 'Every post is held' : `${countOf(vacant.length, 'post is', 'posts are')} vacant`}. What is owed belongs to the post, and goes to whoever holds it.`}
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data.may.handOver && (
        <p>
          <TextLink to={routes.incidents}>What went to the wrong person</TextLink>
        </p>
      )}
      {data.may.handOver && (
        <p>
          <TextLink to={routes.undelivered}>What could not be delivered</TextLink>
        </p>
      )}
      <Section title="Vacant">
        {vacant.length === 0 ? (
          <Empty says="Nobody is missing. A post that nobody holds is shown here first." />
        ) : (
          <Posts posts={vacant} leave={false} withPlace />
        )}
      </Section>
      {[...held]
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([of, posts]) => (
          <Section key={of} title={of}>
            <Posts posts={posts} leave={data.may.handOver} />
          </Section>
        ))}
      {data.guests.length > 0 && <Guests guests={data.guests} />}
      {data.unrepresented.length > 0 && <Representative agencies={data.unrepresented} />}
    </Page>
  )
}

/** Who comes from outside, and until when: whose time ends first, first. */
function Guests({ guests }: { readonly guests: readonly GuestView[] }) {
  const { today } = useMe()
  return (
    <Section title="Guests">
      <ul>
        {guests.map(({ person, name, agency, until, ended }) => (
          <li key={person}>
            <TextLink to={routes.access(person)}>{name}</TextLink>, {agency}:{' '}
            {ended ? (
              <>
                <Shape of="triangle" /> not let in since {shortWords(until, today)}
              </>
            ) : (
              `until ${shortWords(until, today)}`
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type List = {
  readonly posts: readonly SeatRow[]
  /** Whether the person may hand over what somebody leaves. */
  readonly leave: boolean
  readonly withPlace?: boolean
}

function Posts({ posts, leave, withPlace = false }: List) {
  const styles = usePeopleStyles()
  const { today } = useMe()
  return (
    <ul className={styles.posts}>
      {posts.map(({ id, title, of, holder, next, deputies, owes }) => (
        <li key={id}>
          <span className={styles.title}>
            <TextLink to={routes.post(id)}>{title}</TextLink>
            {withPlace && <span className={styles.quiet}>{of}</span>}
          </span>
          <span>
            {holder === null ? (
              <>
                <Shape of="triangle" /> Nobody holds it
              </>
            ) : (
              `${holder.name}, ${since(holder, today)}`
            )}
            {next && `, then ${next.name} from ${shortWords(next.from, today)}`}
            {deputies.map((deputy) => (
              <span key={`${deputy.person} ${deputy.from}`} className={styles.quiet}>
                Deputy: {deputy.name}, {since(deputy, today)}
              </span>
            ))}
          </span>
          <span className={styles.quiet}>
            {owes === 0 ? 'Owes nothing now' : `Owes ${countOf(owes, 'answer')}`}
          </span>
          {leave && holder && (
            <TextLink to={routes.leave(holder.person)}>
              Hand over
              <span className={styles.hidden}>
                {' '}
                what {holder.name} holds: {title}
              </span>
            </TextLink>
          )}
        </li>
      ))}
    </ul>
  )
}

/** "since 7 May", "from 20 June to 3 July". */
export function since({ from, to }: HeldView, today: string): string {
  const first = `${from > today ? 'from' : 'since'} ${shortWords(from, today)}`
  return to === null ? first : `${first} to ${shortWords(to, today)}`
}
