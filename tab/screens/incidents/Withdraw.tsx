import { useState } from 'react'
import { useLocation } from 'wouter'

import type { WithdrawOptions } from '#core/incidents/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { usePeopleStyles } from '../people/People.styles.ts'
import { useWithdrawOptions } from './useIncidents.ts'

/** "Sent to the wrong person": whose access ends now, or which release is undone. */
export function Withdraw({ about }: { readonly about: string }) {
  const { data, error, refetch } = useWithdrawOptions(about)
  if (!data && !error) return <Skeleton />
  if (!data)
    return (
      <Page title="This could not be shown">
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
      </Page>
    )
  const { holders, releases } = data
  return (
    <Page
      title={`Sent to the wrong person: ${data.reference}`}
      says="Access ends at once. Who opened what is listed for you, a note is drafted, and the 72 hours begin."
      up={{ to: data.path, name: data.reference }}
      narrow
    >
      {holders.length + releases.length === 0 ? (
        <Empty says="Nobody but the partnership can open this now. If somebody could until lately, their page under People says who.">
          <TextLink to={routes.people}>People</TextLink>
        </Empty>
      ) : (
        <WithdrawForm about={about} options={data} />
      )}
    </Page>
  )
}

const IDS = { what: 'withdraw-what', happened: 'withdraw-happened' } as const

type What = { kind: 'holding'; post: string; person: string } | { kind: 'release'; to: 'qa' | 'panel' } | null
type Choice = { readonly words: string; readonly what: What }

function WithdrawForm({ about, options }: { readonly about: string; readonly options: WithdrawOptions }) {
  const styles = usePeopleStyles()
  const [, navigate] = useLocation()
  const save = useSubmission<{ id: string }, { about: string; what: What; happened: string }>(
    '/api/incidents',
  )
  const [chosen, setChosen] = useState('')
  const [happened, setHappened] = useState('')
  const choices = choicesOf(options)
  const errors = save.error?.fields ?? {}
  return (
    <div className={styles.form}>
      <Form
        send="Withdraw it now"
        sending={save.isPending}
        onSend={() =>
          save.mutate(
            { body: { about, what: choices[Number(chosen || -1)]?.what ?? null, happened } },
            { onSuccess: ({ id }) => navigate(routes.incident(id)) },
          )
        }
        problem={save.error}
        tries={save.submittedAt}
        ids={IDS}
      >
        <RadioField
          id={IDS.what}
          label="What is withdrawn"
          hint="Whoever loses a post loses everything of that post. Name the right person under People afterwards."
          error={errors['what']}
          options={Object.fromEntries(choices.map(({ words }, place) => [String(place), words]))}
          value={chosen}
          onChange={setChosen}
        />
        <TextField
          id={IDS.happened}
          label="What happened"
          hint="Use references, never the name of a child."
          error={errors['happened']}
          value={happened}
          onChange={setHappened}
        />
      </Form>
    </div>
  )
}

function choicesOf({ holders, releases }: WithdrawOptions): readonly Choice[] {
  return [
    ...releases.map(({ to, says }): Choice => ({ words: says, what: { kind: 'release', to } })),
    ...holders.map(({ post, person, title, name, since, until }): Choice => ({
      words: `${title}: ${name}, since ${since}${until === null ? '' : `, until ${until}: holds it no more`}`,
      what: { kind: 'holding', post, person },
    })),
  ]
}
