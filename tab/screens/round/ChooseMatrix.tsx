import type { ChoiceView } from '#core/involvement/views.ts'
import { INVOLVEMENT_WORDS } from '#core/involvement/words.ts'

import { useChooseStyles } from './Choose.styles.ts'

/** All answers of all agencies, folded; the table scrolls in its own box. */
export function ChooseMatrix({ choice: { cases, agencies } }: { readonly choice: ChoiceView }) {
  const styles = useChooseStyles()
  return (
    <details className={styles.matrix}>
      <summary className={styles.fold}>All answers, each agency beside the others</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls is reached by keyboard */}
      <section aria-label="All answers" tabIndex={0} className={styles.scrolls}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.first}>
                Case
              </th>
              {agencies.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map(({ id, reference, answers }) => (
              <tr key={id}>
                <th scope="row" className={styles.first}>
                  {reference}
                </th>
                {agencies.map((agency) => {
                  const answer = answers[agency.id]
                  return <td key={agency.id}>{answer ? INVOLVEMENT_WORDS[answer] : 'No answer yet'}</td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
