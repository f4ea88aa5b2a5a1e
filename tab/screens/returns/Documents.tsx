import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { AnswerField } from './AnswerField.tsx'
import { Answers } from './Answers.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { DOCUMENT_WORDS } from './sections.ts'
import { stepOf, upTo } from './shown.ts'
import type { Shown } from './shown.ts'

/** The documents that the framework wants with an evaluation: each is there, does not apply, or is missing. */
export function Documents({ of, content }: Shown) {
  const styles = useReturnStyles()
  return (
    <Page
      title={`Documents for ${of.reference}`}
      says={`Bring or send them the way your partnership agreed; here you say which there are. ${of.readBy}`}
      up={upTo(of)}
      narrow
    >
      {of.documents.map((document) => (
        <Section key={document.id} title={document.title}>
          {of.may.write.evaluation ? (
            <>
              <AnswerField
                id={of.id}
                field={`document.${document.id}`}
                label="Do you have it?"
                hint={
                  document.needed === 'always' ? 'Asked for in every case.' : 'Asked for where it applies.'
                }
                options={DOCUMENT_WORDS}
              />
              <AnswerField
                id={of.id}
                field={`document.${document.id}.note`}
                label={document.given === 'file-or-words' ? 'The details, in words' : 'A note'}
                hint={
                  document.given === 'file-or-words'
                    ? 'Where there is no document, words will do.'
                    : 'Where it is, or why it is not there.'
                }
                rows={2}
              />
            </>
          ) : (
            <Answers content={content} fields={[`document.${document.id}`, `document.${document.id}.note`]} />
          )}
        </Section>
      ))}
      <div className={styles.acts}>
        <MoveLink to={stepOf(of, 'send')} primary>
          Go on: sign off and send
        </MoveLink>
      </div>
    </Page>
  )
}
