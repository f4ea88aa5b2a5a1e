import type { FormView } from '#core/close-the-loop/views.ts'

import { Form } from '../../parts/form/Form.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { useFormStyles } from './Form.styles.ts'
import { PARTS, STEP_NAMES } from './steps.ts'
import type { Step } from './steps.ts'
import type { useFormAnswer } from './useForm.ts'
import type { useWriting } from './useWriting.ts'
import { WorkersPart } from './Words.tsx'

type Props = {
  readonly form: FormView
  readonly send: ReturnType<typeof useFormAnswer>
  readonly writing: ReturnType<typeof useWriting>
  readonly addressOf: (step: Step) => string
}

/** All that was written, to be read once more before it is sent. */
export function Check({ form, send, writing, addressOf }: Props) {
  const styles = useFormStyles()
  const { lead, manager } = form.row
  return (
    <Form
      send="Send"
      sending={send.isPending || writing.isSaving}
      onSend={() => writing.keep((version) => send.mutate({ body: { deed: 'send' }, version }))}
      problem={writing.problem ?? send.error}
      tries={Math.max(writing.tries, send.submittedAt)}
      ids={{}}
    >
      <p>
        {form.written.length} of {PARTS.length} parts written.
      </p>
      <ul className={styles.parts}>
        {PARTS.map((part) => {
          const isWritten = form.written.includes(part)
          return (
            <li key={part}>
              <span>
                <Shape of={isWritten ? 'tick' : 'ring'} />
                {STEP_NAMES[part]}: {isWritten ? 'written' : 'not yet'}
              </span>
              <TextLink to={addressOf(part)}>
                {isWritten ? 'Change' : 'Write'} {STEP_NAMES[part].toLowerCase()}
              </TextLink>
            </li>
          )
        })}
      </ul>
      <WorkersPart form={{ ...form, part: writing.shown }} />
      <p className={styles.quiet}>
        {lead.holder ?? 'Your lead person'} reads it and signs it; then the partnership reviews it.{' '}
        {writing.shown.shared
          ? `${manager.holder ?? 'Your manager'} reads it, too: you share it.`
          : `${manager.holder ?? 'Your manager'} does not read it: you do not share it.`}
      </p>
    </Form>
  )
}
