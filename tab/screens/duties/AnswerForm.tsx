import type { DutyView } from '#core/duties/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { RadioField } from '../../parts/form/RadioField.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import type { Choice, Field } from './deeds.ts'
import type { useAnswer } from './useAnswer.ts'

type Props = {
  readonly duty: DutyView
  readonly choices: readonly Choice[]
  readonly answer: ReturnType<typeof useAnswer>
}

/** The answers there are, then only what the chosen one needs. */
export function AnswerForm({ duty, choices, answer }: Props) {
  const { send, choice } = answer
  const chosen = choices.find(({ deed }) => deed === choice?.deed)
  const errors = send.error?.fields ?? {}
  return (
    <Form
      send="Send"
      sending={send.isPending}
      onSend={answer.submit}
      problem={send.error}
      tries={send.submittedAt}
      ids={Object.fromEntries(
        ['deed', ...(chosen?.fields ?? []).map(({ name }) => name)].map((name) => [name, idOf(name)]),
      )}
    >
      <RadioField
        id={idOf('deed')}
        label="What is your answer?"
        error={errors['deed']}
        options={Object.fromEntries(choices.map(({ deed, says }) => [deed, says]))}
        value={chosen?.deed ?? ''}
        onChange={(deed) => answer.choose(choices.find((each) => each.deed === deed))}
      />
      {chosen?.fields.map((field) => (
        <FieldOf
          key={`${chosen.deed} ${field.name}`}
          field={field}
          readBy={duty.readBy}
          error={errors[field.name]}
          value={answer.typed[field.name] ?? ''}
          onChange={(value) => answer.type(field.name, value)}
        />
      ))}
    </Form>
  )
}

const NO_NAMES = 'Do not name the child or the family.'
const idOf = (field: string) => `answer-${field}`

type FieldProps = {
  readonly field: Field
  readonly readBy: string
  readonly error: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
}

function FieldOf({ field, readBy, ...given }: FieldProps) {
  const labels = { ...given, id: idOf(field.name), label: field.label }
  switch (field.kind) {
    case 'text':
      return <TextField {...labels} hint={[field.hint, readBy, NO_NAMES].filter(Boolean).join(' ')} />
    case 'day':
      return <DayBoxes {...labels} hint="For example 22 6 2018" />
    case 'choice':
      return <RadioField {...labels} options={field.options} />
  }
}
