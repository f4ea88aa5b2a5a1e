import type { FormView } from '#core/close-the-loop/views.ts'

import { useFormStyles } from './Form.styles.ts'

/** What the worker said was not right, and what the lead person answered. */
export function Questions({ questions }: Pick<FormView, 'questions'>) {
  const styles = useFormStyles()
  if (questions.length === 0) return null
  return (
    <ul className={styles.entries}>
      {questions.map(({ about, text, who, at, answer }, place) => (
        <li key={questions.length - place}>
          <p>
            {who}: {about}
          </p>
          {text !== '' && <p className={styles.line}>{text}</p>}
          <p className={styles.when}>{at}</p>
          {answer && (
            <>
              <p className={styles.line}>
                {answer.who}: {answer.text}
              </p>
              <p className={styles.when}>{answer.at}</p>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
