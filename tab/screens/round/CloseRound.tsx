import { useState } from 'react'
import { useLocation } from 'wouter'

import { isAboutAction, owedInWords } from '#core/duties/words.ts'
import type { RoundSavedView, RoundView } from '#core/round/views.ts'

import { dueInWords } from '../../days.ts'
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

/** Closing a round: whose access ends, and what ends with it, is said before it is done. */
export function CloseRound({ id }: { readonly id: string }) {
  return (
    <RoundPage id={id} title="Close the round" says={({ code, theme }) => `Round ${code}: ${theme}.`}>
      {(round) =>
        round.may.close ? (
          <Check round={round} />
        ) : (
          <Empty
            says={round.closed ? 'The round was closed already.' : 'A round is closed after its panel day.'}
          >
            <TextLink to={routes.round(id)}>See how the round stands</TextLink>
          </Empty>
        )
      }
    </RoundPage>
  )
}

function Check({ round: { id, version, duties } }: { readonly round: RoundView }) {
  const styles = useRoundStyles()
  const [, navigate] = useLocation()
  const [reason, setReason] = useState('')
  const close = useSubmission<RoundSavedView, { reason: string }>(`${pathOf(id)}/close`)
  const owed = duties.filter(({ kind }) => !isAboutAction(kind))
  return (
    <Form
      send="Close the round"
      sending={close.isPending}
      onSend={() =>
        close.mutate(
          { body: { reason }, version },
          { onSuccess: () => navigate(routes.round(id), { state: { news: 'The round was closed.' } }) },
        )
      }
      problem={close.error}
      tries={close.submittedAt}
      ids={{ reason: REASON }}
    >
      <p className={styles.text}>
        From then on only the partnership reads the cases of this round: the returns, chronologies, grades and
        forms. Open actions go on, and those who work on one still see who the child is until it ends. A round
        that was closed cannot be opened again.
      </p>
      {owed.length > 0 && <StillOwed owed={owed} />}
      {owed.length > 0 && (
        <TextField
          id={REASON}
          label="Why it is closed all the same"
          hint="Kept with the round. Do not name a child or a family."
          rows={3}
          value={reason}
          error={close.error?.fields['reason']}
          onChange={setReason}
        />
      )}
    </Form>
  )
}

function StillOwed({ owed }: { readonly owed: RoundView['duties'] }) {
  const { today } = useMe()
  return (
    <Notice kind="trouble" title="This is still owed, and ends with the round">
      <ul>
        {owed.map(({ duty, kind, what, reference, owes, due }) => (
          <li key={duty}>
            {reference}: {owedInWords(kind, what)}, {owes}, {dueInWords(due, today)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const REASON = 'close-reason'
