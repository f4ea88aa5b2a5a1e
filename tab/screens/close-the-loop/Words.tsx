import type { FormView } from '#core/close-the-loop/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Section } from '../../parts/Section.tsx'
import { useFormStyles } from './Form.styles.ts'

/** What the panel found good, then what it asks for. */
export function PanelWords({ words }: { readonly words: NonNullable<FormView['words']> }) {
  const styles = useFormStyles()
  return (
    <div className={styles.words}>
      <h2>What was good</h2>
      <p>{words.good}</p>
      <h2>What is asked</h2>
      <p>{words.asked}</p>
    </div>
  )
}

/** The worker's part, as it was sent, with what was said about it. */
export function WorkersPart({
  form,
}: {
  readonly form: Pick<FormView, 'part' | 'leadNote' | 'comment' | 'row' | 'own'>
}) {
  const { part, leadNote, comment, row } = form
  const styles = useFormStyles()
  const { today } = useMe()
  if (!part) return null
  return (
    <Section title={form.own ? 'What you wrote' : 'What the worker wrote'}>
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
