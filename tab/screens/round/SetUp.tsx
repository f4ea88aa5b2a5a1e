import { useSearchParams } from 'wouter'

import type { RoundOptions } from '#core/round/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { SetUpForm } from './SetUpForm.tsx'
import { useRound } from './useRound.ts'
import { useRoundOptions } from './useSetUp.ts'
import type { Writing } from './useSetUp.ts'

/** A new round, or a copy of one (`?copy=`). */
export function NewRound() {
  const [search] = useSearchParams()
  const of = search.get('copy')
  return of ? <OfRound kind="copy" id={of} /> : <OfNothing />
}

/** Changes what a round was set up with, until its long list was sent. */
export function SetUp({ id }: { readonly id: string }) {
  return <OfRound kind="change" id={id} />
}

function OfNothing() {
  const { data, error, refetch } = useRoundOptions()
  if (data) return <WritingPage writing={{ kind: 'new' }} options={data} />
  if (!error) return <Skeleton />
  return (
    <Page title="Set up a round" up={ROUNDS}>
      <Trouble problem={error} onAgain={() => void refetch()} />
    </Page>
  )
}

function OfRound({ kind, id }: { readonly kind: 'copy' | 'change'; readonly id: string }) {
  const options = useRoundOptions()
  const round = useRound(id)
  const error = options.error ?? round.error
  if (options.data && round.data) {
    if (kind === 'change' && !round.data.may.change) return <NotNow id={id} />
    return <WritingPage writing={{ kind, of: round.data }} options={options.data} />
  }
  if (!error) return <Skeleton />
  const again = () => void Promise.all([options.refetch(), round.refetch()])
  return (
    <Page title="This could not be shown" up={ROUNDS}>
      <Trouble problem={error} onAgain={again} />
    </Page>
  )
}

function NotNow({ id }: { readonly id: string }) {
  return (
    <Page title="Change the set-up" up={ROUNDS} narrow>
      <Empty says="The long list was sent: agencies and days of this round no longer change here.">
        <TextLink to={routes.round(id)}>See how the round stands</TextLink>
      </Empty>
    </Page>
  )
}

function WritingPage({ writing, options }: { readonly writing: Writing; readonly options: RoundOptions }) {
  return (
    <Page title={TITLES[writing.kind]} says={SAYS[writing.kind]} up={upOf(writing)}>
      <SetUpForm writing={writing} options={options} />
    </Page>
  )
}

const TITLES = {
  new: 'Set up a round',
  copy: 'Copy a round',
  change: 'Change the set-up',
} as const

const SAYS = {
  new: 'Nobody is told anything yet. You can change all of it until the long list is sent.',
  copy: 'The agencies, their lead persons and collators are taken along. You can change them next.',
  change: 'Nobody is told anything yet. If you change the theme, it has to be approved again.',
} as const

const ROUNDS = { to: routes.rounds, name: 'Rounds' } as const

function upOf(writing: Writing) {
  if (writing.kind === 'new') return ROUNDS
  return { to: routes.round(writing.of.id), name: `Round ${writing.of.code}` } as const
}
