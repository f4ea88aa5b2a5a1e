import { Button } from '@fluentui/react-components'

import type { AccessView } from '#core/people/access/views.ts'

import { useMe } from '../../me.ts'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Status } from '../../parts/Status.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { FindAccount } from './FindAccount.tsx'
import { Invite } from './Invite.tsx'
import { usePeopleStyles } from './People.styles.ts'
import { useAccess } from './useAccess.ts'
import { personAddress } from './usePeople.ts'

/** How somebody comes in: their account, an invitation, and whether a guest still works on this. */
export function Access({ person }: { readonly person: string }) {
  const { data, error, refetch } = useAccess(person)
  const { local } = useMe()
  if (!data && !error) return <Skeleton />
  return (
    <Page
      title={data ? `How ${data.name} signs in` : 'This could not be shown'}
      up={{ to: routes.people, name: 'People' }}
      narrow
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data && (
        <>
          <Section title="Account">
            <p>
              {data.bound
                ? 'Signs in with an account of the directory.'
                : 'Is known by mail alone, and cannot sign in yet.'}
            </p>
            {data.may.invite && <Invite access={data} />}
          </Section>
          {data.may.setAccount && !local && <FindAccount access={data} />}
          {data.guest && <GuestTime person={person} guest={data.guest} />}
        </>
      )}
    </Page>
  )
}

type Guest = NonNullable<AccessView['guest']>

function GuestTime({ person, guest }: { readonly person: string; readonly guest: Guest }) {
  const styles = usePeopleStyles()
  const attest = useSubmission<{ until: string | null }, { stays: boolean; isGuest?: boolean }>(
    `${personAddress(person)}/guest`,
  )
  const say = (stays: boolean) => () => attest.mutate({ body: { stays } })
  return (
    <Section title="Time as a guest">
      <p>
        {guest.ended
          ? `Was a guest of ${guest.name} until ${guest.until}. Is not let in, and hears of nothing.`
          : `Guest of ${guest.name}: let in until ${guest.until}.`}
      </p>
      {attest.error && <Trouble problem={attest.error} takesFocus />}
      <div className={styles.acts}>
        <Button disabledFocusable={attest.isPending} onClick={say(true)}>
          {guest.ended ? 'Let them in again for 90 days' : 'Still works on this: 90 more days'}
        </Button>
        {!guest.ended && (
          <Button disabledFocusable={attest.isPending} onClick={say(false)}>
            End their access now
          </Button>
        )}
        <Button
          disabledFocusable={attest.isPending}
          onClick={() => attest.mutate({ body: { stays: true, isGuest: false } })}
        >
          Belongs to this organisation now: no guest any more
        </Button>
      </div>
      <Status>{attest.data && <Notice kind="done" title="It is saved, and holds at once." />}</Status>
    </Section>
  )
}
