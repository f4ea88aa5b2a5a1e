import { countOf } from '#core/count.ts'
import type { TakenOverView, TakenThing } from '#core/people/views.ts'

import { shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { usePeopleStyles } from './People.styles.ts'
import { useTakenOver } from './usePeople.ts'

/** What came with the posts that somebody else held before. */
export function TakenOver() {
  const { data, error, refetch } = useTakenOver()
  if (!data && !error) return <Skeleton />
  const posts = data?.posts ?? []
  return (
    <Page
      title="What you have taken over"
      says={posts.length > 0 ? `${countOf(posts.length, 'post')} came to you from somebody else.` : undefined}
      up={{ to: routes.home, name: 'Home' }}
      narrow
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && posts.length === 0 && (
        <Empty says="You have taken over nothing lately. What waits for you is on Home.">
          <TextLink to={routes.home}>Home</TextLink>
        </Empty>
      )}
      {posts.map((post) => (
        <Post key={post.id} post={post} />
      ))}
    </Page>
  )
}

type Taken = TakenOverView['posts'][number]

const LISTS = [
  { of: 'waiting', name: 'Waits for you' },
  { of: 'asked', name: 'Asked of others' },
  { of: 'returns', name: 'Returns' },
  { of: 'forms', name: 'Close-the-loop forms' },
  { of: 'actions', name: 'Actions, owned or asked for' },
  { of: 'meetings', name: 'Meetings' },
] as const satisfies readonly { of: keyof Taken; name: string }[]

function Post({ post }: { readonly post: Taken }) {
  const styles = usePeopleStyles()
  const { today } = useMe()
  const when = `${post.begun ? 'since' : 'from'} ${shortWords(post.from, today)}`
  const lists = LISTS.filter(({ of }) => post[of].length > 0)
  return (
    <Section title={post.title}>
      <p className={styles.text}>
        Yours {when}, after {post.before}.
        {post.begun ? '' : ' What belongs to it is shown here from that day on.'}
        {post.begun && lists.length === 0 && ' Nothing is open.'}
      </p>
      {lists.map(({ of, name }) => (
        <div key={of}>
          <h3>
            {name} ({post[of].length})
          </h3>
          <ul>
            {post[of].map((thing) => (
              <li key={thing.key}>
                <Thing thing={thing} late={of === 'waiting' || of === 'asked'} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

function Thing({ thing, late }: { readonly thing: TakenThing; readonly late: boolean }) {
  const { number, reference, what, due, path } = thing
  return (
    <>
      <TextLink to={path}>{[number, reference].filter(Boolean).join(', ')}</TextLink>:{' '}
      {what.replace(/\.$/u, '')}
      {due && (
        <>
          , <Due day={due} owing={late} />
        </>
      )}
    </>
  )
}
