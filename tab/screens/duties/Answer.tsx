import { Text } from '@fluentui/react-components'
import { Redirect } from 'wouter'

import { isOrWas } from '#core/calendar/is-or-was.ts'
import type { DutyKindOf } from '#core/duties/duty.ts'
import type { DutyView } from '#core/duties/views.ts'
import { DUTY_ASKS, isAboutAction } from '#core/duties/words.ts'
import { firstInASentence, inASentence } from '#core/people/in-a-sentence.ts'

import { dueInWords, inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Page } from '../../parts/Page.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useAnswerStyles } from './Answer.styles.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { choicesOf } from './deeds.ts'
import { Receipt } from './Receipt.tsx'
import { Said, saidOf } from './Said.tsx'
import { useAnswer } from './useAnswer.ts'

const HOME = { to: routes.home, name: 'Home' } as const

/** One thing that is asked, the answers there are, and afterwards the receipt. */
export function Answer({ duty: id }: { readonly duty: string }) {
  const answer = useAnswer(id)
  const { today, help } = useMe()
  const styles = useAnswerStyles()
  const { data: duty, error, refetch } = answer.duty
  if (!duty && !error) return <Skeleton />
  if (!duty)
    return (
      <Page title="This could not be shown" up={HOME} narrow>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
        <p className={styles.help}>{help}</p>
      </Page>
    )
  if (answer.send.data) return <Receipt key="receipt" duty={duty} answer={answer} />
  if (!isAboutAction(duty.item.kind)) return <Redirect to={duty.item.path} replace />
  const choices = choicesOf(duty, today)
  return (
    <Page title={titleOf(duty)} says={sentenceOf(duty, today)} up={HOME} narrow>
      <p className={styles.what}>{duty.item.what}</p>
      {duty.said.length > 0 && (
        <Said
          title={duty.answered ? 'What was written last' : `What ${inASentence(duty.item.owed)} said`}
          texts={duty.said}
        />
      )}
      {duty.item.kind === 'consider-step-up' && !duty.answered && <StepUp duty={duty} />}
      {choices.length > 0 ? (
        <AnswerForm duty={duty} choices={choices} answer={answer} />
      ) : (
        <NotToAnswer duty={duty} answer={answer} />
      )}
      <p className={styles.help}>{duty.help}</p>
    </Page>
  )
}

type Shown = { readonly duty: DutyView; readonly answer: ReturnType<typeof useAnswer> }

/** It was answered, or is another's to answer. What was being typed meanwhile stays to be copied. */
function NotToAnswer({ duty, answer }: Shown) {
  const kept = saidOf(answer.choice, answer.typed)
  return (
    <>
      {answer.send.error && <Trouble problem={answer.send.error} takesFocus />}
      <Text as="p" block weight="semibold">
        {duty.answered ?? `${firstInASentence(duty.item.owes)} answers this.`}
      </Text>
      {kept.length > 0 && <Said title="What you typed was not sent" texts={kept} />}
      <p>
        <TextLink to={routes.action(duty.item.subject)}>Open the action</TextLink>
      </p>
    </>
  )
}

/** A yes opens the form of a concern about the case. */
function StepUp({ duty }: Pick<Shown, 'duty'>) {
  const about = `about=stepping&reference=${encodeURIComponent(duty.item.reference)}`
  return (
    <p>
      <TextLink to={`${routes.newEscalation}?${about}`}>Yes, step it up now: raise a concern</TextLink>
    </p>
  )
}

const TITLES: Readonly<Record<DutyKindOf<'action'>, string>> = {
  'do-action': 'how does it stand?',
  'say-whether-it-happened': 'did it happen?',
  'answer-more-time': 'may it take longer?',
  'answer-question': 'something is not right',
  'update-action': 'how does it stand?',
  'see-ended': 'no longer asked',
  'check-impact': 'did it help?',
  'consider-step-up': 'can it be stepped up now?',
}

function titleOf({ item }: DutyView): string {
  const asks = isAboutAction(item.kind) ? TITLES[item.kind] : DUTY_ASKS[item.kind]
  return `${item.number} for ${item.reference}: ${asks}`
}

/** What is asked, by whom, by when. */
function sentenceOf({ item, until, answered }: DutyView, today: string): string {
  const when = answered ? '' : ` Please answer by ${inWords(item.due, today)}${lateness(item.due, today)}.`
  if (!isAboutAction(item.kind)) return `${firstInASentence(item.owes)} answers this.${when}`
  const owed = firstInASentence(item.owed)
  switch (item.kind) {
    case 'do-action':
      return answered
        ? `${owed} asked for this.`
        : `${owed} asked for this. It ${isOrWas(item.due, today)} ${dueInWords(item.due, today)}.`
    case 'say-whether-it-happened':
      return `${owed} says that it is done.${when}`
    case 'answer-more-time':
      return until
        ? `${owed} asks for time until ${inWords(until, today)}.${when}`
        : `${owed} asks for more time.${when}`
    case 'answer-question':
      return `${owed} says that something is not right.${when}`
    case 'update-action':
      return `The round asks how it stands. It ${isOrWas(item.actionDue, today)} ${dueInWords(item.actionDue, today)}.${when}`
    case 'see-ended':
      return `${owed} took it back: you need not do it any more.`
    case 'consider-step-up':
      return `It waits for a meeting.${when}`
    case 'check-impact':
      return `It happened half a year ago.${when}`
  }
}

function lateness(due: string, today: string): string {
  const [, late] = dueInWords(due, today).split(', ')
  return late ? ` (${late})` : ''
}
