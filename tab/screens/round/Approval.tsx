import { useState } from 'react'
import { useLocation } from 'wouter'

import type { RoundSavedView, RoundView } from '#core/round/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { LineField } from '../../parts/form/LineField.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { RoundPage } from './RoundPage.tsx'
import { pathOf } from './useRound.ts'

/** Records who approved the theme, and when. */
export function Approval({ id }: { readonly id: string }) {
  return (
    <RoundPage id={id} title="Record the approval" says={({ theme }) => `The theme is: ${theme}.`}>
      {(round) =>
        round.may.approve ? (
          <ApprovalForm round={round} />
        ) : (
          <Empty says={approvedAlready(round)}>
            <TextLink to={routes.round(id)}>See how the round stands</TextLink>
          </Empty>
        )
      }
    </RoundPage>
  )
}

function ApprovalForm({ round }: { readonly round: RoundView }) {
  const [, navigate] = useLocation()
  const [by, setBy] = useState('')
  const [on, setOn] = useState('')
  const save = useSubmission<RoundSavedView, { by: string; on: string }>(`${pathOf(round.id)}/approval`)
  const send = () =>
    save.mutate(
      { body: { by, on }, version: round.version },
      {
        onSuccess: () => navigate(routes.round(round.id), { state: { news: 'The approval was recorded.' } }),
      },
    )
  const error = (field: string) => save.error?.fields[field]
  return (
    <Form
      send="Record the approval"
      sending={save.isPending}
      onSend={send}
      problem={save.error}
      tries={save.submittedAt}
      ids={IDS}
    >
      <LineField
        id={IDS.by}
        label="Who approved the theme"
        hint="For example the name of the subgroup"
        value={by}
        error={error('by')}
        onChange={setBy}
      />
      <DayBoxes
        id={IDS.on}
        label="On which day"
        hint="For example 17 4 2018"
        value={on}
        error={error('on')}
        onChange={setOn}
      />
    </Form>
  )
}

const IDS = { by: 'approved-by', on: 'approved-on' } as const

function approvedAlready({ approval }: RoundView): string {
  return approval
    ? `${approval.by} approved the theme. Nothing more to do here.`
    : 'The partnership records the approval.'
}
