import { Button, Select } from '@fluentui/react-components'
import { useState } from 'react'

import type { ChoiceView } from '#core/involvement/views.ts'

import { useChooseStyles } from './Choose.styles.ts'
import type { useChoosing } from './useChoose.ts'

type Props = { readonly choice: ChoiceView; readonly choosing: ReturnType<typeof useChoosing> }

/** The aid's proposal in one press: the cases that most agencies know, across the thresholds. People choose. */
export function ChooseAid({ choice: { aids, usualSize }, choosing }: Props) {
  const styles = useChooseStyles()
  const [size, setSize] = useState(usualSize)
  const proposal = aids.find((aid) => aid.size === size)?.cases ?? []
  if (proposal.length === 0) return null
  return (
    <>
      <div className={styles.aid}>
        {aids.length > 1 && (
          <label className={styles.size}>
            Number of cases
            <Select value={String(size)} onChange={(_, { value }) => setSize(Number(value))}>
              {aids.map((aid) => (
                <option key={aid.size} value={aid.size}>
                  {aid.size}
                </option>
              ))}
            </Select>
          </label>
        )}
        <Button onClick={() => choosing.pickAll(proposal)}>
          Tick the {proposal.length} with the highest scores
        </Button>
      </div>
      <p className={styles.quiet}>
        The score is the number of agencies that know the case. The ticked cases include each kind that the
        method asks for. You can change them.
      </p>
    </>
  )
}
