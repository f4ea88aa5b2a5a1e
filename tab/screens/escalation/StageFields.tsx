import type { RungView } from '#core/escalation/views.ts'

import { SelectField } from '../../parts/form/SelectField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useEscalationStyles } from './Escalation.styles.ts'
import { chosenRung } from './stage-choice.ts'

type FieldOf<N extends string> = (name: N) => {
  readonly id: string
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

type Props = {
  /** The stages that can open, the next one first. */
  readonly rungs: readonly RungView[]
  readonly field: FieldOf<'rung' | 'skipBecause'>
}

/** Which stage opens: the next one, or a later one with the reason why others are skipped. */
export function StageFields({ rungs, field }: Props) {
  const styles = useEscalationStyles()
  const [next, ...further] = rungs
  if (!next) return null
  const opens = chosenRung(rungs, field('rung').value) ?? next
  return (
    <>
      {further.length > 0 && (
        <SelectField
          {...field('rung')}
          label="Which stage?"
          hint="Go straight to a later one when the child cannot wait."
          none={nameOf(next)}
          options={further.map((rung) => ({ id: String(rung.rung), name: nameOf(rung) }))}
        />
      )}
      <p className={styles.quiet}>
        {nameOf(opens)}, an answer {opens.reply}.{opens.says !== '' && ` ${opens.says}`}
      </p>
      {opens !== next && (
        <TextField
          {...field('skipBecause')}
          label="Why are the stages between skipped?"
          hint="They stand in the register as skipped, with this reason."
          rows={2}
        />
      )}
    </>
  )
}

function nameOf({ name, between }: RungView): string {
  return `${name}: ${between}`
}
