import { countOf } from '#core/count.ts'

import { Answers } from './Answers.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { DOCUMENT_WORDS, sectionsOf } from './sections.ts'
import type { Shown } from './shown.ts'
import { answerIn } from './useReturn.ts'

/** A whole evaluation, to be read: its questions, how many were left out, and the documents. */
export function AllAnswers({ of, content }: Shown) {
  const styles = useReturnStyles()
  const text = (field: string) => answerIn(content, field).text
  const sections = sectionsOf(of)
  const answered = sections.filter(({ fields }) => fields.some((field) => text(field) !== ''))
  const left = sections.length - answered.length
  return (
    <>
      {answered.map(({ id, title, fields }) => (
        <div key={id}>
          <h3 className={styles.heading}>{title}</h3>
          <Answers content={content} fields={fields} />
        </div>
      ))}
      {left > 0 && (
        <p className={styles.quiet}>
          {countOf(left, 'question is', 'questions are')} not answered.
          {of.may.send.evaluation && of.aspectGrades === 'optional' && ' You can send without them.'}
        </p>
      )}
      <h3 className={styles.heading}>Documents</h3>
      <dl className={styles.facts}>
        {of.documents.map(({ id, title }) => {
          const said = [DOCUMENT_WORDS[text(`document.${id}`)], text(`document.${id}.note`)]
          return (
            <div key={id}>
              <dt>{title}</dt>
              <dd>{said.filter(Boolean).join('. ') || 'Not answered'}</dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
