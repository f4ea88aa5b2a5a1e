import { useState } from 'react'

import { countOf } from '#core/count.ts'
import type { ReplyView } from '#core/involvement/views.ts'

import { daysBetween, dueInWords, inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { Unbroken } from '../../parts/Unbroken.tsx'
import { routes } from '../../routes.ts'
import { WrongPerson } from '../incidents/WrongPerson.tsx'
import { GivenAnswers } from './GivenAnswers.tsx'
import { useInvolvementStyles } from './Involvement.styles.ts'
import { InvolvementForm } from './InvolvementForm.tsx'
import { ReceiptQuestion } from './ReceiptQuestion.tsx'
import { useReply } from './useInvolvement.ts'

const HOME = { to: routes.home, name: 'Home' } as const

/** What an agency is asked about the long list: first whether it arrived, then which of the children it knows. */
export function Involvement({ reply: id }: { readonly reply: string }) {
  const { data: reply, error, refetch } = useReply(id)
  const [writing, write] = useState(false)
  const { help } = useMe()
  const styles = useInvolvementStyles()
  if (!reply && !error) return <Skeleton rows={8} />
  if (!reply)
    return (
      <Page title="This could not be shown" up={HOME} narrow>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
        <p className={styles.quiet}>
          <Unbroken text={help} />
        </p>
      </Page>
    )
  // What was chosen stays in sight, also when somebody else answered or the cases were chosen meanwhile.
  const answering = writing || (reply.may.answer && reply.state === 'received')
  return (
    <Page title={titleOf(reply)} says={<HowItStands reply={reply} answering={answering} />} up={HOME}>
      {reply.may.confirmReceipt ? (
        <ReceiptQuestion reply={reply} />
      ) : answering ? (
        <InvolvementForm key="form" reply={reply} onChoose={() => write(true)} onSent={() => write(false)} />
      ) : (
        <GivenAnswers reply={reply} onChange={() => write(true)} />
      )}
      <WrongPerson about={id} />
      <p className={styles.quiet}>
        <Unbroken text={help} />
      </p>
    </Page>
  )
}

function titleOf({ code, may, agency }: ReplyView): string {
  if (may.confirmReceipt) return `Round ${code}: did the long list arrive?`
  return may.answer ? `Round ${code}: which children do you know?` : `Round ${code}: what ${agency} answered`
}

function HowItStands({ reply, answering }: { readonly reply: ReplyView; readonly answering: boolean }) {
  const { today } = useMe()
  const { agency, theme, givenOn, chosen, answersDue, receiptDue, may } = reply
  if (chosen) return 'The cases were chosen. Nothing more to do here.'
  if (may.confirmReceipt) return `The theme is ${theme}. ${askedFor(agency, receiptDue, today)}`
  if (answering) return `${askedFor(agency, answersDue, today)} It takes about ten minutes.`
  if (givenOn) return `${agency} answered on ${givenOn}.`
  return `${agency} has not answered yet. The answer is ${dueInWords(answersDue, today)}.`
}

function askedFor(agency: string, due: string, today: string): string {
  const late = daysBetween(due, today)
  return late > 0
    ? `The answer for ${agency} was due on ${inWords(due, today)}, ${countOf(late, 'day')} ago.`
    : `Please answer for ${agency} by ${inWords(due, today)}.`
}
