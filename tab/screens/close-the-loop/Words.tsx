import { mergeClasses } from '@fluentui/react-components'

import type { FormView } from '#core/close-the-loop/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Section } from '../../parts/Section.tsx'
import { useFormStyles } from './Form.styles.ts'

type Panel = { readonly words: NonNullable<FormView['words']>; readonly own?: boolean }

/** What the panel found good, then what it asks for: `own` for the worker, to whom it is said. */
export function PanelWords({ words, own = false }: Panel) {
  return (
    <>
      <Section title={own ? 'What was good' : 'What was good, as the worker reads it'}>
        <Typed text={words.good} />
      </Section>
      <Section title={own ? 'What is asked' : 'What is asked of the worker'}>
        <Typed text={words.asked} />
      </Section>
    </>
  )
}

/** A text as it was typed; a numbered line hangs from its number. */
function Typed({ text }: { readonly text: string }) {
  const styles = useFormStyles()
  return text.split('\n').map((line, place) => (
    // A line is told by its place alone: a text may say one twice.
    <p
      key={`${line} ${place}`}
      className={mergeClasses(styles.line, /^\d+\. /.test(line) && styles.numbered)}
    >
      {line}
    </p>
  ))
}

/** The worker's part, as it was sent, with what was said about it. */
export function WorkersPart({
  form,
}: {
  readonly form: Pick<FormView, 'part' | 'leadNote' | 'comment' | 'row' | 'own' | 'recordedFor'>
}) {
  const { part, leadNote, comment, row, recordedFor } = form
  const styles = useFormStyles()
  const { today } = useMe()
  if (!part) return null
  return (
    <Section title={titleOf(form)}>
      {recordedFor && <p className={styles.quiet}>{recordedFor}. It was not written by the worker.</p>}
      <dl className={styles.facts}>
        <dt>Close-the-loop meeting</dt>
        <dd>{part.metOn ? inWords(part.metOn, today) : 'Not said'}</dd>
        <dt>Who was there</dt>
        <dd>{part.present}</dd>
        <dt>What it was about</dt>
        <dd>{part.background}</dd>
        <dt>Reflections</dt>
        <dd>{part.reflections}</dd>
        <dt>What can be learned</dt>
        <dd>{part.learning}</dd>
        <dt>Shared with {row.manager.holder ?? 'the manager'}</dt>
        <dd>{part.shared ? 'Yes' : 'No'}</dd>
        {leadNote && (
          <>
            <dt>The lead person’s note</dt>
            <dd>{leadNote}</dd>
          </>
        )}
        {comment && (
          <>
            <dt>Why it was sent back</dt>
            <dd>{comment}</dd>
          </>
        )}
      </dl>
    </Section>
  )
}

/** What somebody else wrote down is never called the worker's writing. */
function titleOf({ own, recordedFor }: Pick<FormView, 'own' | 'recordedFor'>): string {
  if (recordedFor) return own ? 'What was recorded for you' : 'What was recorded for the worker'
  return own ? 'What you wrote' : 'What the worker wrote'
}
