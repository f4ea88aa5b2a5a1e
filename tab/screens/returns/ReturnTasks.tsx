import { Text } from '@fluentui/react-components'

import type { PartView } from '#core/returns/views.ts'

import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Shape } from '../../parts/Shape.tsx'
import type { ShapeName } from '../../parts/Shape.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { routes } from '../../routes.ts'
import { useReturnStyles } from './returns.styles.ts'
import { answeredInWords, sectionsOf } from './sections.ts'
import { HAVE_IT_BACK, stepOf } from './shown.ts'
import type { Shown } from './shown.ts'
import { useAnswers } from './useReturn.ts'

/** The return as a list of what is to do, each with how it stands and its day. */
export function ReturnTasks({ of, content }: Shown) {
  const styles = useReturnStyles()
  const { help } = useMe()
  return (
    <Page
      title={`Return for ${of.reference}: ${of.agency}`}
      says={`Round ${of.round.code}: ${of.round.theme}. It goes to ${of.goesTo}.`}
      up={{ to: routes.home, name: 'Home' }}
      act={<NextAct of={of} content={content} />}
    >
      {of.opens && (
        <Notice kind="news" title={`You can write from ${of.opens}`}>
          <p>Until then you can read what is asked.</p>
        </Notice>
      )}
      {of.scopeWords && <Notice kind="news" title={of.scopeWords} />}
      <SentBack part={of.chronology} name="The chronology" />
      <SentBack part={of.evaluation} name="The evaluation" />
      {of.scope !== 'out' && (
        <Section title="What there is to do">
          <ol className={styles.rows}>
            <ChronologyTask of={of} content={content} />
            <EvaluationTasks of={of} content={content} />
          </ol>
        </Section>
      )}
      <Section title="Who writes here">
        <Text as="p" block className={styles.quiet}>
          {of.readBy}
        </Text>
        <Text as="p" block className={styles.quiet}>
          {of.may.invite ? 'You sign and send.' : `${of.lead} signs and sends.`}{' '}
          {of.contributors.length > 0 &&
            `Invited: ${of.contributors.map(({ title, holder }) => holder ?? title).join(', ')}.`}
        </Text>
        {of.may.invite && <TextLink to={stepOf(of, 'contributors')}>Invite somebody to this return</TextLink>}
      </Section>
      <Text as="p" block className={styles.quiet}>
        {help}
      </Text>
    </Page>
  )
}

/** The first thing that is still to do. */
function NextAct({ of }: Shown) {
  if (of.may.write.chronology)
    return (
      <MoveLink to={stepOf(of, 'chronology')} primary>
        {of.chronology?.state === 'not-started' ? 'Start the chronology' : 'Go on with the chronology'}
      </MoveLink>
    )
  if (of.may.write.evaluation)
    return (
      <MoveLink to={stepOf(of, 'evaluation')} primary>
        {of.evaluation?.state === 'not-started' ? 'Start the evaluation' : 'Go on with the evaluation'}
      </MoveLink>
    )
  return of.scope === 'out' ? null : <MoveLink to={stepOf(of, 'read')}>Read what you wrote</MoveLink>
}

function SentBack({ part, name }: { readonly part: PartView | null; readonly name: string }) {
  if (!part?.comment) return null
  return (
    <Notice kind="trouble" title={`${name} was sent back`}>
      <p>{part.comment}</p>
    </Notice>
  )
}

function ChronologyTask({ of, content }: Shown) {
  const { chronology } = of
  const count = content.entries?.length ?? 0
  if (!chronology) return null
  return (
    <Task
      title="Chronology"
      to={stepOf(of, 'chronology')}
      part={chronology}
      words={`${chronology.words}. ${entriesInWords(count)}.`}
      due={chronology.due}
    />
  )
}

function EvaluationTasks({ of }: Shown) {
  const answers = useAnswers(of.id)
  const { evaluation } = of
  if (!evaluation) return null
  const count = (fields: readonly string[]) => fields.filter((field) => answers(field) !== '').length
  const sections = sectionsOf(of)
  const begun = sections.filter(({ fields }) => count(fields) > 0).length
  const documents = count(of.documents.map(({ id }) => `document.${id}`))
  return (
    <>
      <Task
        title="Evaluation"
        to={stepOf(of, 'evaluation')}
        part={evaluation}
        words={answeredInWords(begun, sections.length)}
        due={of.signOffDue}
      />
      <Task
        title="Documents"
        to={stepOf(of, 'documents')}
        part={evaluation}
        words={answeredInWords(documents, of.documents.length)}
        due={evaluation.due}
      />
      <Task
        title="Sign off and send"
        to={stepOf(of, 'send')}
        part={evaluation}
        words={evaluation.owing ? evaluation.words : `${evaluation.words}. ${HAVE_IT_BACK}`}
        due={evaluation.due}
      />
    </>
  )
}

type TaskProps = {
  readonly title: string
  readonly to: string
  readonly part: PartView
  readonly words: string
  readonly due: string
}

const SHAPES: Readonly<Record<PartView['state'], ShapeName>> = {
  'not-started': 'ring',
  draft: 'half',
  submitted: 'tick',
  'sent-back': 'question',
  accepted: 'tick',
}

function Task({ title, to, part, words, due }: TaskProps) {
  const styles = useReturnStyles()
  return (
    <li>
      <div className={styles.task}>
        <TextLink to={to}>{title}</TextLink>
        {part.owing && <Due day={due} />}
      </div>
      <p>
        <Shape of={SHAPES[part.state]} />
        {words}
      </p>
    </li>
  )
}

function entriesInWords(count: number): string {
  if (count === 0) return 'No entry yet'
  return count === 1 ? 'One entry' : `${count} entries`
}
