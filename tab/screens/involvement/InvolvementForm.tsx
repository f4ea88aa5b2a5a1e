import { Button } from '@fluentui/react-components'
import { useState } from 'react'

import { INVOLVEMENTS } from '#core/involvement/reply.ts'
import type { ReplyView } from '#core/involvement/views.ts'
import { INVOLVEMENT_MEANS, INVOLVEMENT_WORDS } from '#core/involvement/words.ts'

import { shortWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { ErrorSummary } from '../../parts/form/ErrorSummary.tsx'
import { CaseAnswer, radioIdOf } from './CaseAnswer.tsx'
import { useInvolvementStyles } from './Involvement.styles.ts'
import { useAnswers } from './useInvolvement.ts'

type Props = {
  readonly reply: ReplyView
  readonly onChoose: () => void
  readonly onSent: () => void
}

/** The cases of the long list, four answers each, and one button. */
export function InvolvementForm({ reply, onChoose, onSent }: Props) {
  const form = useAnswers(reply, onSent)
  const [unfolded, setUnfolded] = useState(false)
  const { problem, tries, send, count } = form
  const styles = useInvolvementStyles()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!send.isPending) form.submit()
      }}
    >
      {problem && <ErrorSummary key={`${tries} ${send.submittedAt}`} problem={problem} ids={idsOf(reply)} />}
      <Meanings lookBack={reply.lookBack} />
      <p>
        <Button aria-pressed={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {unfolded ? 'Fold the names' : 'Show all names'}
        </Button>
      </p>
      <ul className={styles.cases} aria-label="The long list">
        {reply.cases.map((of) => (
          <CaseAnswer
            key={`${of.id} ${unfolded}`}
            of={of}
            unfolded={unfolded}
            answer={form.answers[of.id]}
            error={form.isLacking(of.id) ? 'No answer yet.' : undefined}
            onChoose={(answer) => {
              onChoose()
              form.choose(of.id, answer)
            }}
          />
        ))}
      </ul>
      <div className={styles.foot}>
        <span>
          {count} of {reply.cases.length} answered
        </span>
        <Button type="submit" appearance="primary" className={styles.tall} disabledFocusable={send.isPending}>
          {send.isPending ? 'Sending' : 'Send'}
        </Button>
      </div>
    </form>
  )
}

function idsOf({ cases }: ReplyView): Readonly<Record<string, string>> {
  return Object.fromEntries(cases.map(({ id }) => [id, radioIdOf(id)]))
}

/** What the four answers mean, and for which time. */
function Meanings({ lookBack: { from, to } }: Pick<ReplyView, 'lookBack'>) {
  const { today } = useMe()
  const styles = useInvolvementStyles()
  return (
    <>
      <p>
        From {shortWords(from, today)} to {shortWords(to, today)}, how did your agency know each family?
      </p>
      <dl className={styles.meanings}>
        {INVOLVEMENTS.map((name) => (
          <div key={name}>
            <dt>{INVOLVEMENT_WORDS[name]}:</dt>
            <dd>{INVOLVEMENT_MEANS[name]}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
