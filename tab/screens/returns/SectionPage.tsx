import { Empty } from '../../parts/Empty.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Page } from '../../parts/Page.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { AnswerField } from './AnswerField.tsx'
import { Answers } from './Answers.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { FIELD_WORDS, GRADE_OPTIONS, sectionsOf, YES_NO } from './sections.ts'
import { stepOf } from './shown.ts'
import type { Shown } from './shown.ts'

/** One question of the evaluation; what is typed is saved by itself. */
export function SectionPage({ of, content, section: id }: Shown & { readonly section: string }) {
  const styles = useReturnStyles()
  const sections = sectionsOf(of)
  const place = sections.findIndex((section) => section.id === id)
  const section = sections[place]
  const next = sections[place + 1]
  const up = { to: stepOf(of, 'evaluation'), name: `Evaluation for ${of.reference}` }
  if (!section)
    return (
      <Page title="There is no such question" up={up} narrow>
        <Empty says="The questions of this round stand in the list.">
          <TextLink to={up.to}>Back to the questions</TextLink>
        </Empty>
      </Page>
    )
  return (
    <Page
      title={section.title}
      says={`Question ${place + 1} of ${sections.length}. ${of.readBy}`}
      up={up}
      narrow
    >
      {of.may.write.evaluation ? (
        <Fields of={of} id={id} />
      ) : (
        <Answers content={content} fields={section.fields} />
      )}
      <div className={styles.acts}>
        <MoveLink to={next ? stepOf(of, 'evaluation', next.id) : stepOf(of, 'documents')} primary>
          {next ? `Next: ${next.title}` : 'Next: Documents'}
        </MoveLink>
        <MoveLink to={up.to}>All questions</MoveLink>
      </div>
    </Page>
  )
}

function Fields({ of, id }: { readonly of: Shown['of']; readonly id: string }) {
  const styles = useReturnStyles()
  const aspect = of.aspects.find((each) => each.id === id)
  const field = (name: string) => ({ id: of.id, field: name, label: FIELD_WORDS[name] ?? name })
  if (aspect)
    return (
      <>
        <p className={styles.text}>{aspect.question}</p>
        <p className={styles.quiet}>Look for:</p>
        <ul className={styles.list}>
          {aspect.lookFor.map((look) => (
            <li key={look}>{look}</li>
          ))}
        </ul>
        <AnswerField
          id={of.id}
          field={`aspect.${id}.text`}
          label="Your answer"
          hint="What you found, and where it is recorded. It is saved while you type."
          rows={8}
        />
        <AnswerField
          id={of.id}
          field={`aspect.${id}.grade`}
          label="Your grade for this"
          hint={of.aspectGrades === 'optional' ? 'You can leave it out.' : 'Required before you send.'}
          options={GRADE_OPTIONS}
        />
      </>
    )
  if (id === 'the-child')
    return (
      <>
        <AnswerField
          {...field('child.met')}
          hint="Meeting is voluntary for them. The lead agency answers this; other agencies only if they met the family."
          options={YES_NO}
        />
        <AnswerField {...field('child.why-not')} rows={2} />
        <AnswerField
          {...field('child.words')}
          hint="Word for word, or what was observed of a very young child."
        />
        <AnswerField {...field('worker.words')} hint="Kept apart from what the child said." />
      </>
    )
  return (
    <>
      <AnswerField {...field('strengths')} hint="What was good, with the reason." />
      <AnswerField {...field('improvements')} hint="What should be different, and for whom." />
      <AnswerField {...field('difference')} hint="What changed in the child’s life, or what did not." />
    </>
  )
}
