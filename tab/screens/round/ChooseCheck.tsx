import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'

import type { ChoiceCase, ChoiceView } from '#core/involvement/views.ts'

import { useChooseStyles } from './Choose.styles.ts'
import { agencyName } from './useChoose.ts'
import type { useChoosing } from './useChoose.ts'

type Props = { readonly choice: ChoiceView; readonly choosing: ReturnType<typeof useChoosing> }

/** What is about to happen, to be read before it is sent: it cannot be undone here. */
export function ChooseCheck({ choice, choosing }: Props) {
  const styles = useChooseStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { chosen, leadOf, says, needs, reason, send } = choosing
  return (
    <section aria-labelledby="check-heading">
      <h2 id="check-heading" ref={heading} tabIndex={-1} className={styles.heading}>
        Check before you send
      </h2>
      <p>{says}</p>
      <dl className={styles.facts}>
        {chosen.map((of) => (
          <div key={of.id}>
            <dt>
              {of.reference}, {of.thresholdWords.toLowerCase()}
            </dt>
            <dd>Lead agency: {agencyName(choice, leadOf(of))}</dd>
          </div>
        ))}
        {needs.length > 0 && (
          <div>
            <dt>Why this choice</dt>
            <dd>{reason}</dd>
          </div>
        )}
      </dl>
      <p>{askedInWords(choosing.chosen)} The choice cannot be changed afterwards.</p>
      <div className={styles.acts}>
        <Button
          appearance="primary"
          disabledFocusable={send.isPending}
          onClick={() => !send.isPending && choosing.submit()}
        >
          {send.isPending ? 'Sending' : `Choose these ${chosen.length} cases`}
        </Button>
        <Button disabledFocusable={send.isPending} onClick={() => choosing.check(false)}>
          Go back
        </Button>
      </div>
    </section>
  )
}

/** An agency that knows a case, or an adult of its family, owes its return. */
function askedInWords(chosen: readonly ChoiceCase[]): string {
  const asked = chosen.flatMap(({ answers }) =>
    Object.entries(answers).flatMap(([agency, answer]) =>
      answer === 'known' || answer === 'adult-only' ? [agency] : [],
    ),
  )
  const agencies = new Set(asked).size
  const who = agencies === 1 ? 'One agency is' : `${agencies} agencies are`
  const what = asked.length === 1 ? 'one return' : `${asked.length} returns`
  return `${who} asked at once for ${what}, each with its chronology and evaluation.`
}
