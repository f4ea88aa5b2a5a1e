import { Button, Text } from '@fluentui/react-components'
import { useState } from 'react'

import type { ChoiceView } from '#core/involvement/views.ts'
import { REASON_NEEDED } from '#core/involvement/words.ts'

import { ErrorSummary } from '../../parts/form/ErrorSummary.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { Status } from '../../parts/Status.tsx'
import { useChooseStyles } from './Choose.styles.ts'
import { ChooseAid } from './ChooseAid.tsx'
import { ChooseCheck } from './ChooseCheck.tsx'
import { ChooseTable } from './ChooseTable.tsx'
import { useChoosing } from './useChoose.ts'

/** The long list by score, a tick for each chosen case, the rule beside it, then a check before it is sent. */
export function ChooseForm({ choice }: { readonly choice: ChoiceView }) {
  const choosing = useChoosing(choice)
  const [tries, setTries] = useState(0)
  const { send, needs, reason, says, rule, chosen } = choosing
  const styles = useChooseStyles()
  if (choosing.checking) return <ChooseCheck choice={choice} choosing={choosing} />
  const lacksReason = needs.length > 0 && reason.trim() === ''
  const reasonError = tries > 0 && lacksReason ? 'Say why, so that it can be followed.' : undefined
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTries(tries + 1)
        if (lacksReason) document.querySelector<HTMLElement>('#reason')?.focus()
        else if (chosen.length > 0) choosing.check(true)
      }}
    >
      {send.error && <ErrorSummary key={send.submittedAt} problem={send.error} ids={{ reason: 'reason' }} />}
      <ChooseAid choice={choice} choosing={choosing} />
      <ChooseTable choice={choice} choosing={choosing} />
      {needs.length > 0 && (
        <TextField
          id="reason"
          label="Why this choice?"
          hint={`Say why, because: ${needs.map((need) => REASON_NEEDED[need]).join('; ')}. Kept with the round. Do not name the child or the family.`}
          error={send.error?.fields['reason'] ?? reasonError}
          value={reason}
          onChange={choosing.write}
          rows={3}
        />
      )}
      <div className={styles.rule}>
        <Status>
          <Text as="p" block weight="semibold">
            {says}
          </Text>
          {rule.map((sentence) => (
            <p key={sentence}>
              <Shape of="half" />
              {sentence}
            </p>
          ))}
        </Status>
        <Button type="submit" appearance="primary" disabledFocusable={chosen.length === 0}>
          Check the choice
        </Button>
      </div>
    </form>
  )
}
