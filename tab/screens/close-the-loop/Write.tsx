import { Checkbox } from '@fluentui/react-components'

import type { FormPart } from '#core/close-the-loop/parts.ts'
import type { FormView } from '#core/close-the-loop/views.ts'

import { DayBoxes } from '../../parts/form/DayBoxes.tsx'
import { Form } from '../../parts/form/Form.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { Status } from '../../parts/Status.tsx'
import { useFormStyles } from './Form.styles.ts'
import type { useWriting } from './useWriting.ts'

type Props = {
  readonly step: FormPart
  readonly form: FormView
  readonly writing: ReturnType<typeof useWriting>
  readonly onNext: () => void
}

const NO_NAMES = 'Do not name the child or the family.'

/** One part of the form. It is kept a moment after the last key; the button keeps it at once and goes on. */
export function Write({ step, form, writing, onNext }: Props) {
  const styles = useFormStyles()
  return (
    <Form
      send="Next"
      sending={writing.isSaving}
      onSend={() => writing.keep(onNext)}
      problem={writing.problem}
      tries={writing.tries}
      ids={IDS}
    >
      <Fields step={step} form={form} writing={writing} />
      <Status>
        <p className={styles.when}>{writing.status}</p>
      </Status>
    </Form>
  )
}

const IDS = {
  metOn: 'write-met-on',
  present: 'write-present',
  background: 'write-background',
  reflections: 'write-reflections',
  learning: 'write-learning',
} as const

function Fields({ step, form, writing }: Omit<Props, 'onNext'>) {
  const { shown, write, problem } = writing
  const { lead, manager } = form.row
  const readBy = `Read by ${lead.holder ?? 'your lead person'} and the partnership`
  const shares = `${readBy}; by ${manager.holder ?? 'your manager'} only if you share it. ${NO_NAMES}`
  const text = (name: Exclude<keyof typeof IDS, 'metOn'>) => ({
    id: IDS[name],
    value: shown[name],
    error: problem?.fields[name],
    onChange: (value: string) => write({ [name]: value }),
  })
  switch (step) {
    case 'meeting':
      return (
        <>
          <DayBoxes
            id={IDS.metOn}
            label="When was the close-the-loop meeting?"
            hint="For example 19 6 2018"
            value={shown.metOn ?? ''}
            error={problem?.fields['metOn']}
            onChange={(metOn) => write({ metOn })}
          />
          <TextField {...text('present')} label="Who was there?" hint={shares} rows={2} />
        </>
      )
    case 'background':
      return <TextField {...text('background')} label="What was it about?" hint={shares} rows={6} />
    case 'reflections':
      return (
        <>
          <TextField {...text('reflections')} label="What do you think of it now?" hint={shares} rows={8} />
          <p>
            <Checkbox
              label={`Share what I wrote with ${manager.holder ?? 'my manager'}`}
              checked={shown.shared}
              onChange={(_, { checked }) => write({ shared: checked === true })}
            />
          </p>
        </>
      )
    case 'learning':
      return <TextField {...text('learning')} label="What would you do differently?" hint={shares} rows={6} />
  }
}
