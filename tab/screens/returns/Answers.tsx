import { useReturnStyles } from './returns.styles.ts'
import { DOCUMENT_WORDS, FIELD_WORDS, GRADE_OPTIONS, YES_NO } from './sections.ts'
import type { Shown } from './shown.ts'
import { answerIn } from './useReturn.ts'

type Props = Pick<Shown, 'content'> & { readonly fields: readonly string[] }

/** What was answered, to be read. Where nothing was, it says so. */
export function Answers({ content, fields }: Props) {
  const styles = useReturnStyles()
  const answered = fields.flatMap((field) => {
    const { text } = answerIn(content, field)
    return text === '' ? [] : [{ field, text: inWords(field, text) }]
  })
  if (answered.length === 0) return <p className={styles.quiet}>Not answered</p>
  return (
    <dl className={styles.facts}>
      {answered.map(({ field, text }) => (
        <div key={field}>
          <dt>{labelOf(field)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function labelOf(field: string): string {
  if (field.startsWith('aspect.')) return field.endsWith('.grade') ? 'Own grade for this' : 'What they found'
  if (field.startsWith('document.')) return field.endsWith('.note') ? 'Note' : 'Answer'
  return FIELD_WORDS[field] ?? field
}

function inWords(field: string, text: string): string {
  if (field.endsWith('.grade')) return GRADE_OPTIONS[text] ?? text
  if (field === 'child.met') return text === 'yes' || text === 'no' ? YES_NO[text] : text
  if (field.startsWith('document.') && !field.endsWith('.note')) return DOCUMENT_WORDS[text] ?? text
  return text
}
