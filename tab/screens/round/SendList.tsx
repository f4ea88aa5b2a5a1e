import { useState } from 'react'
import { useLocation } from 'wouter'

import type { RoundMember, RoundSavedView, RoundView } from '#core/round/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Empty } from '../../parts/Empty.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useSubmission } from '../../submission.ts'
import { RoundPage } from './RoundPage.tsx'
import { useRoundStyles } from './Rounds.styles.ts'
import { pathOf } from './useRound.ts'

/** The last look before the long list goes to the agencies: to whom, what they are asked, and by when. */
export function SendList({ id }: { readonly id: string }) {
  return (
    <RoundPage id={id} title="Send the long list" says={saysOf}>
      {(round) => (round.may.send ? <Check round={round} /> : <NotNow round={round} />)}
    </RoundPage>
  )
}

function saysOf({ counts: { listed }, members }: RoundView): string {
  const cases = listed === 1 ? 'One case goes' : `${listed} cases go`
  return `${cases} to ${members.length === 1 ? 'one agency' : `${members.length} agencies`}.`
}

function NotNow({ round: { id, state, may } }: { readonly round: RoundView }) {
  const says =
    state === 'draft'
      ? 'The theme is not approved yet. Then the list can go out.'
      : may.copy
        ? 'The long list was sent. The agencies are asked.'
        : 'The partnership sends the long list.'
  return (
    <Empty says={says}>
      <TextLink to={state === 'draft' && may.approve ? routes.approval(id) : routes.round(id)}>
        {state === 'draft' && may.approve ? 'Record the approval' : 'See how the round stands'}
      </TextLink>
    </Empty>
  )
}

function Check({ round }: { readonly round: RoundView }) {
  const { id, version, lacking, members, asks, counts, method } = round
  const { today } = useMe()
  const styles = useRoundStyles()
  const [, navigate] = useLocation()
  const [reason, setReason] = useState('')
  const send = useSubmission<RoundSavedView, { reason: string | null }>(`${pathOf(id)}/long-list/send`)
  if (counts.listed === 0)
    return (
      <Empty says="There is no long list yet.">
        <TextLink to={routes.longList(id)}>Write the long list</TextLink>
      </Empty>
    )
  if (lacking.leadPerson.length + lacking.seniority.length > 0) return <Missing round={round} />
  const news = `The long list was sent. ${members.length} agencies are asked.`
  return (
    <Form
      send={`Send to ${members.length === 1 ? 'one agency' : `${members.length} agencies`}`}
      sending={send.isPending}
      onSend={() =>
        send.mutate(
          { body: { reason: lacking.cases > 0 ? reason : null }, version },
          { onSuccess: () => navigate(routes.round(id), { state: { news } }) },
        )
      }
      problem={send.error}
      tries={send.submittedAt}
      ids={{ reason: 'short-reason' }}
    >
      <p className={styles.text}>
        Each lead person gets a message with the round’s code and a link, and no name. Behind the link, after
        signing in, they see the children and adults of the list. By {inWords(asks.receipt, today)} they
        confirm that it arrived; by {inWords(asks.answers, today)} they say which children their agency knows.
      </p>
      {asks.receipt < today && (
        <Notice
          kind="news"
          title={`${asks.answers < today ? 'These days have' : 'The first of these days has'} gone by. Move the first day before you send.`}
        >
          <p>
            <TextLink to={routes.setUp(id)}>Change the set-up</TextLink>
          </p>
        </Notice>
      )}
      <ul className={styles.lines}>
        {members.map((member) => (
          <li key={member.agency}>{whoGetsIt(member)}</li>
        ))}
      </ul>
      {lacking.cases > 0 && (
        <TextField
          id="short-reason"
          label={`Why the list has ${counts.listed === 1 ? 'one case' : `${counts.listed} cases`} and not ${method.longList}`}
          hint="Kept with the round. Do not name a child or a family."
          rows={3}
          value={reason}
          error={send.error?.fields['reason']}
          onChange={setReason}
        />
      )}
    </Form>
  )
}

function Missing({ round: { id, lacking } }: { readonly round: RoundView }) {
  return (
    <Notice kind="trouble" title="The long list cannot go out yet">
      <ul>
        {lacking.leadPerson.length > 0 && <li>No lead person: {lacking.leadPerson.join(', ')}.</li>}
        {lacking.seniority.length > 0 && (
          <li>Not declared to decide for the agency: {lacking.seniority.join(', ')}.</li>
        )}
      </ul>
      <p>
        <TextLink to={routes.setUp(id)}>Name and declare them</TextLink>
      </p>
    </Notice>
  )
}

function whoGetsIt({ name, lead }: RoundMember): string {
  return lead ? `${name}: ${lead.name}, ${ROADS[lead.road]}` : name
}

const ROADS = { teams: 'in Teams', mail: 'by mail', both: 'in Teams and by mail' } as const
