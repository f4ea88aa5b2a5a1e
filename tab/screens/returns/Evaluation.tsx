import { Text } from '@fluentui/react-components'

import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { answeredInWords, sectionsOf } from './sections.ts'
import { HAVE_IT_BACK, stepOf, upTo } from './shown.ts'
import type { Shown } from './shown.ts'
import { useAnswers } from './useReturn.ts'

/** The questions of the evaluation, each with how far it is. */
export function Evaluation({ of }: Shown) {
  const styles = useReturnStyles()
  const answers = useAnswers(of.id)
  const sections = sectionsOf(of)
  const count = (fields: readonly string[]) => fields.filter((field) => answers(field) !== '').length
  const next = sections.find(({ fields }) => count(fields) === 0)
  return (
    <Page
      title={`Evaluation for ${of.reference}`}
      says={`${of.evaluation?.words ?? ''}. ${of.may.write.evaluation ? of.readBy : HAVE_IT_BACK}`}
      up={upTo(of)}
      act={
        of.may.write.evaluation &&
        next && (
          <MoveLink to={stepOf(of, 'evaluation', next.id)} primary>
            {next === sections[0] ? 'Start' : 'Go on'}
          </MoveLink>
        )
      }
      narrow
    >
      {of.proposal && (
        <Text as="p" block className={styles.quiet}>
          These are your partnership’s questions.
          {of.aspectGrades === 'optional' && ' You can give each a grade.'}
        </Text>
      )}
      <ol className={styles.rows}>
        {sections.map(({ id, title, fields }) => (
          <li key={id}>
            <TextLink to={stepOf(of, 'evaluation', id)}>{title}</TextLink>
            <p>
              <Shape of={count(fields) === 0 ? 'ring' : count(fields) === fields.length ? 'tick' : 'half'} />
              {answeredInWords(count(fields), fields.length)}
            </p>
          </li>
        ))}
      </ol>
      <div className={styles.acts}>
        <MoveLink to={stepOf(of, 'documents')}>Go on to the documents</MoveLink>
      </div>
    </Page>
  )
}
