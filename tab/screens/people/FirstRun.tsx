import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'

import { countOf } from '#core/count.ts'
import type { FirstRunView } from '#core/people/first-run/views.ts'

import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { FirstRunAgencies } from './FirstRunAgencies.tsx'
import { FirstRunCalendar } from './FirstRunCalendar.tsx'
import { FirstRunName } from './FirstRunName.tsx'
import { FirstRunPeople } from './FirstRunPeople.tsx'
import { nextStep, STEPS, useFirstRun } from './useFirstRun.ts'
import type { StepName } from './useFirstRun.ts'

/** Sets the partnership up, step by step: each is kept when it is saved, in whatever order. */
export function FirstRun() {
  const { data, error, refetch } = useFirstRun()
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown">
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  const next = data.ready ? undefined : nextStep(data.done)
  return (
    <Page
      title={data.ready ? 'The partnership is set up' : 'Set up the partnership'}
      says={says(data)}
      narrow
    >
      {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      {data.ready && (
        <Notice kind="done" title="The partnership is ready">
          <p>
            <TextLink to={routes.newRound}>Set up a round</TextLink>
          </p>
        </Notice>
      )}
      <Step of={data} step="partnership">
        <FirstRunName of={data} isNext={next === 'partnership'} />
      </Step>
      <Step of={data} step="agencies">
        <FirstRunAgencies of={data} isNext={next === 'agencies'} />
      </Step>
      <Step of={data} step="people">
        <FirstRunPeople of={data} isNext={next === 'people'} />
      </Step>
      <Step of={data} step="calendar">
        <FirstRunCalendar of={data} isNext={next === 'calendar'} />
      </Step>
      {!data.ready && <Finish of={data} isNext={next === undefined} />}
    </Page>
  )
}

function says({ ready, done }: FirstRunView): string {
  if (ready) return 'What changes later, you change here: whom people ring, and further agencies.'
  const count = Object.values(done).filter(Boolean).length
  return `${count} of ${countOf(Object.keys(STEPS).length, 'step is', 'steps are')} done. What you save stays: you can leave and come back.`
}

type StepProps = { readonly of: FirstRunView; readonly step: StepName; readonly children: ReactNode }

function Step({ of, step, children }: StepProps) {
  return (
    <Section title={STEPS[step]}>
      <p>
        {of.done[step] ? (
          <>
            <Shape of="tick" /> Done
          </>
        ) : (
          <>
            <Shape of="ring" /> To do
          </>
        )}
      </p>
      {children}
    </Section>
  )
}

function Finish({ of, isNext }: { readonly of: FirstRunView; readonly isNext: boolean }) {
  const finish = useSubmission<{ version: number }, object>('/api/set-up/ready')
  return (
    <Section title="Ready">
      <p>
        When you say that the partnership is ready, rounds can begin. From then on who holds an office changes
        under People, as for every post: you and the QA manager name others, and nobody names themselves.
      </p>
      {finish.error && <Trouble problem={finish.error} takesFocus />}
      <Button
        appearance={isNext ? 'primary' : 'secondary'}
        disabledFocusable={finish.isPending}
        onClick={() => finish.mutate({ body: {}, version: of.version })}
      >
        The partnership is ready
      </Button>
    </Section>
  )
}
