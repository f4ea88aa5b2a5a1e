import { Button } from '@fluentui/react-components'

import type { FormView } from '#core/close-the-loop/views.ts'

import { Section } from '../../parts/Section.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { Ask } from './Ask.tsx'
import { useFormStyles } from './Form.styles.ts'
import { FormFacts } from './FormFacts.tsx'
import { Meeting } from './Meeting.tsx'
import { Questions } from './Questions.tsx'
import { SetAside } from './SetAside.tsx'
import type { useFormAnswer } from './useForm.ts'
import { PanelWords } from './Words.tsx'

type Props = {
  readonly form: FormView
  readonly send: ReturnType<typeof useFormAnswer>
  readonly onRead: () => void
}

/** What the panel found, who helps, and that it was read. */
export function Read({ form, send, onRead }: Props) {
  const { row, version, words, help } = form
  const styles = useFormStyles()
  const isRead = row.state !== 'released'
  const read = () =>
    isRead ? onRead() : send.mutate({ body: { deed: 'see' }, version }, { onSuccess: onRead })
  return (
    <>
      {send.error && Object.keys(send.error.fields).length === 0 && (
        <Trouble problem={send.error} takesFocus />
      )}
      {words && <PanelWords words={words} own />}
      {!(form.asks && !isRead) && (
        <p className={styles.goOn}>
          <Button appearance="primary" disabledFocusable={send.isPending} onClick={read}>
            {isRead ? 'Go on to your part' : 'I have read it'}
          </Button>
        </p>
      )}
      <Section title="Is something not right, or can you not do this?">
        <p className={styles.quiet}>
          Tell {row.lead.holder ?? 'your lead person'}, who sent you this, what is not right. {help}
        </p>
        <Ask form={form} send={send} />
        <Questions questions={form.questions} />
        <SetAside setAside={form.setAside} />
      </Section>
      <Meeting form={form} />
      <FormFacts form={form} />
    </>
  )
}
