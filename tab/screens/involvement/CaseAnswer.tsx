import { Radio, RadioGroup } from '@fluentui/react-components'

import type { Involvement } from '#core/involvement/reply.ts'
import { INVOLVEMENTS } from '#core/involvement/reply.ts'
import type { ReplyCase } from '#core/involvement/views.ts'
import { INVOLVEMENT_WORDS } from '#core/involvement/words.ts'

import { described, Hints } from '../../parts/form/Labelled.tsx'
import { useInvolvementStyles } from './Involvement.styles.ts'
import { WhoThisIs } from './WhoThisIs.tsx'

type Props = {
  readonly of: ReplyCase
  readonly unfolded: boolean
  readonly answer: Involvement | undefined
  readonly error: string | undefined
  readonly onChoose: (answer: Involvement) => void
}

/** One case: its reference, who the child is folded under it, and the four answers. */
export function CaseAnswer({
  of: { id, reference, threshold, child },
  unfolded,
  answer,
  error,
  onChoose,
}: Props) {
  const styles = useInvolvementStyles()
  const control = radioIdOf(id)
  return (
    <li className={styles.case}>
      <div className={styles.about}>
        <span id={`${control}-label`} className={styles.reference}>
          {reference}
        </span>{' '}
        <span className={styles.threshold}>{threshold}</span>
        {child && <WhoThisIs reference={reference} child={child} unfolded={unfolded} />}
      </div>
      <div>
        <Hints id={control} error={error} />
        <RadioGroup
          className={styles.answers}
          aria-labelledby={`${control}-label`}
          {...described({ id: control, error })}
          value={answer ?? ''}
          onChange={(_, { value }) => {
            const chosen = INVOLVEMENTS.find((name) => name === value)
            if (chosen) onChoose(chosen)
          }}
        >
          {INVOLVEMENTS.map((name, place) => (
            <Radio
              key={name}
              id={place === 0 ? control : `${control}-${name}`}
              className={styles.answer}
              value={name}
              label={INVOLVEMENT_WORDS[name]}
            />
          ))}
        </RadioGroup>
      </div>
    </li>
  )
}

/** Of the first answer of a case: the error summary's link leads there. */
export const radioIdOf = (of: string) => `answer-${of}`
