import type { FormView } from '#core/close-the-loop/views.ts'

import { Section } from '../../parts/Section.tsx'
import { useFormStyles } from './Form.styles.ts'

/** What the reader had begun to write when the form went on without it: theirs alone. */
export function SetAside({ setAside }: Pick<FormView, 'setAside'>) {
  const styles = useFormStyles()
  if (setAside.length === 0) return null
  return (
    <Section title="What you had begun to write">
      <p className={styles.quiet}>Nobody but you reads this.</p>
      {setAside.map((text, place) => (
        <p key={`${text} ${place}`} className={styles.line}>
          {text}
        </p>
      ))}
    </Section>
  )
}
