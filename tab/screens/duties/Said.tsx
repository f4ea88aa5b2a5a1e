import { Subtitle2 } from '@fluentui/react-components'

import { inWords, isDay } from '../../days.ts'
import { useAnswerStyles } from './Answer.styles.ts'
import type { Choice } from './deeds.ts'
import type { Typed } from './useAnswer.ts'

type Text = { readonly label: string; readonly text: string }

/** What somebody wrote, each text under its label. */
export function Said({ title, texts }: { readonly title: string; readonly texts: readonly Text[] }) {
  const styles = useAnswerStyles()
  return (
    <div className={styles.said}>
      <Subtitle2 as="h2" block>
        {title}
      </Subtitle2>
      <dl>
        {texts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What the person answers, in the words of the form. */
export function saidOf(choice: Choice | undefined, typed: Typed): readonly Text[] {
  if (!choice) return []
  const fields = choice.fields.flatMap((field) => {
    const value = typed[field.name]
    if (!value) return []
    const words = field.kind === 'choice' ? (field.options[value] ?? value) : value
    return [
      { label: field.label, text: field.kind === 'day' && isDay(value) ? inWords(value, value) : words },
    ]
  })
  return [{ label: 'Your answer', text: choice.says }, ...fields]
}
