import { AREAS } from '#core/escalation/areas.ts'
import type { EscalationView } from '#core/escalation/views.ts'

import { useMe } from '../../me.ts'
import { History } from '../../parts/History.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { Decide } from './Decide.tsx'
import { useEscalationStyles } from './Escalation.styles.ts'
import { Feedback, Heard } from './Feedback.tsx'
import { Kept, PromiseForm } from './PromiseForm.tsx'
import { Stages } from './Stages.tsx'
import { Theme } from './Theme.tsx'
import { useAnswer, useEscalation } from './useEscalation.ts'

const UP = { to: routes.escalations, name: 'Escalations' } as const

/** One concern: how the child is kept safe, the one thing to do, the stages with their promises, the history. */
export function Escalation({ id }: { readonly id: string }) {
  const styles = useEscalationStyles()
  const { escalation, send } = useEscalation(id)
  // Whoever is asked and may step up, too, answers by one form or the other.
  const decide = useAnswer(id)
  const said = decide.submittedAt > send.submittedAt ? decide : send
  const { help } = useMe()
  const { data: of, error, refetch } = escalation
  if (!of && !error) return <Skeleton />
  if (!of)
    return (
      <Page title="This could not be shown" up={UP} narrow>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
        <p>{help}</p>
      </Page>
    )
  const now = of.stages.at(-1)
  const isOver = !of.row.owing
  return (
    <Page title={titleOf(of)} says={`${of.row.stateWords}.`} up={UP} narrow>
      {now && (
        <Notice
          kind="news"
          title={isOver ? 'Interim safety arrangement, while it was open' : 'Interim safety arrangement'}
        >
          <p className={styles.first}>{now.interimSafety}</p>
        </Notice>
      )}
      {said.data && <Notice key={of.version} kind="done" title={said.data.receipt} takesFocus />}
      <Section title="The concern">
        <p className={styles.text}>{of.concern}</p>
        <p className={styles.quiet}>
          {AREAS[of.row.about]}. Raised by {of.row.raiser}. {of.ladder.name}.
        </p>
      </Section>
      {/* What is being typed stays when somebody else changes it, until its turn is over. */}
      <div key={`${of.row.state} ${of.stages.length}`}>
        {of.may.promise && <PromiseForm of={of} send={send} />}
        {of.may.sayKept && <Kept of={of} send={send} />}
        {(of.may.confirm || of.may.stepUp) && <Decide of={of} send={decide} />}
        {of.may.giveFeedback && <Feedback of={of} send={send} />}
        {of.may.hearFeedback && <Heard of={of} send={send} />}
      </div>
      <Stages stages={of.stages} />
      <Outcome of={of} />
      {of.may.setTheme && <Theme of={of} />}
      <History history={of.history} />
      <p className={styles.quiet}>{help}</p>
    </Page>
  )
}

function titleOf({ row }: EscalationView): string {
  return row.reference === '' ? `Escalation ${row.number}` : `Escalation ${row.number}, case ${row.reference}`
}

/** What came of it, as far as somebody has said it. */
function Outcome({ of }: { readonly of: EscalationView }) {
  const styles = useEscalationStyles()
  const said: readonly (readonly [string, string | null])[] = [
    ['What happened', of.outcome],
    ['Feedback to whoever raised it', of.feedback],
    ['Why it was withdrawn', of.reason],
    ['What can be learned', of.row.theme && AREAS[of.row.theme]],
  ]
  return said.map(
    ([title, text]) =>
      text && (
        <Section key={title} title={title}>
          <p className={styles.text}>{text}</p>
        </Section>
      ),
  )
}
