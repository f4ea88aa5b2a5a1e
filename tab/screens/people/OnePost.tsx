import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import type { SeatView } from '#core/people/views.ts'

import { shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { EndForm } from './EndForm.tsx'
import { FillForm } from './FillForm.tsx'
import { usePeopleStyles } from './People.styles.ts'
import { since } from './People.tsx'
import { usePost } from './usePeople.ts'

const UP = { to: routes.people, name: 'People' }

/** One post: who holds it, who deputises, who said so; and the change of that. */
export function OnePost({ id }: { readonly id: string }) {
  const { data, error, refetch } = usePost(id)
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown" up={UP}>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  return (
    <Page title={data.title} says={data.of} up={UP} narrow>
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      <Holders of={data} />
      <Changes of={data} />
      <Section title="Who changed it">
        {data.history.length === 0 ? (
          <p>Nobody has changed this since the post was made.</p>
        ) : (
          <ul>
            {data.history.map(({ at, says }, place) => (
              <li key={data.history.length - place}>
                {at}: {says}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}

function Holders({ of: { holder, next, deputies } }: { readonly of: SeatView }) {
  const { today, may, local } = useMe()
  return (
    <Section title="Who holds it">
      <p>
        {holder ? `${holder.name}, ${since(holder, today)}.` : 'Nobody holds it today.'}
        {next && ` Then ${next.name}, from ${shortWords(next.from, today)}.`}
      </p>
      {holder && may.withdraw && (
        <p>
          <TextLink to={routes.away(holder.person)}>{`Say when ${holder.name} is away`}</TextLink>
        </p>
      )}
      {holder && may.withdraw && !local && (
        <p>
          <TextLink to={routes.access(holder.person)}>{`How ${holder.name} signs in`}</TextLink>
        </p>
      )}
      {deputies.map((deputy) => (
        <p key={`${deputy.person} ${deputy.from}`}>
          Deputy: {deputy.name}, {since(deputy, today)}.
        </p>
      ))}
    </Section>
  )
}

const ACTS = {
  holder: 'Name who holds it',
  deputy: 'Name a deputy',
  end: 'End a holding',
} as const
type Act = keyof typeof ACTS

function Changes({ of }: { readonly of: SeatView }) {
  const styles = usePeopleStyles()
  const [act, setAct] = useState<Act | null>(null)
  const [done, setDone] = useState(false)
  const offered: readonly Act[] = [
    ...(of.may.nameHolder ? (['holder'] as const) : []),
    ...(of.may.nameDeputy ? (['deputy'] as const) : []),
    ...(canEnd(of) ? (['end'] as const) : []),
  ]
  const finish = () => {
    setAct(null)
    setDone(true)
  }
  if (offered.length === 0)
    return (
      <p className={styles.text}>
        The partnership says who holds this, and whoever leads for an agency says who works for it.
      </p>
    )
  return (
    <Section title="Change it">
      <div className={styles.acts}>
        {offered.map((each) => (
          <Button
            key={each}
            aria-expanded={act === each}
            onClick={() => {
              setAct(act === each ? null : each)
              setDone(false)
            }}
          >
            {ACTS[each]}
          </Button>
        ))}
      </div>
      <div className={styles.form}>
        {(act === 'holder' || act === 'deputy') && <FillForm key={act} of={of} as={act} onDone={finish} />}
        {act === 'end' && <EndForm of={of} onDone={finish} />}
      </div>
      <Status>
        {done && <Notice kind="done" title="It is changed, and everyone who may sees it here." />}
      </Status>
    </Section>
  )
}

function canEnd({ may, holder, next, deputies }: SeatView): boolean {
  return (may.leaveVacant && (holder ?? next) !== null) || (may.nameDeputy && deputies.length > 0)
}
