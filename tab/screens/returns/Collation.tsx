import type { CollationContent, CollationView } from '#core/returns/views.ts'

import { Due } from '../../parts/Due.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Notice } from '../../parts/Notice.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { useReturnStyles } from './returns.styles.ts'
import { GRADE_OPTIONS } from './sections.ts'
import { SendOn } from './SendOn.tsx'
import { useCollated, useCollation } from './useCollation.ts'

const HOME = { to: routes.home, name: 'Home' } as const

/** What a collator brings together for one case: its agencies side by side, and sending them on. */
export function Collation({ id }: { readonly id: string }) {
  const head = useCollation(id)
  const content = useCollated(id)
  const error = head.error ?? content.error
  if (error && !head.data)
    return (
      <Page title="This could not be shown" up={HOME} narrow>
        <Trouble problem={error} onAgain={() => void Promise.all([head.refetch(), content.refetch()])} />
      </Page>
    )
  if (!head.data || !content.data) return <Skeleton />
  const of = head.data
  return (
    <Page
      title={`Returns ${of.state === 'sent' ? 'sent on' : 'to send on'} for ${of.reference}`}
      says={`Round ${of.round.code}: ${of.round.theme}. ${whoSends(of)} ${of.words}.`}
      up={HOME}
    >
      {of.opens && <Notice kind="news" title={`You can send on from ${of.opens}`} />}
      {of.statement && <SentOn of={of} statement={of.statement} />}
      <Inputs of={of} content={content.data} />
      {of.may.sendOn && <SendOn of={of} />}
    </Page>
  )
}

function whoSends({ may, agency }: CollationView): string {
  return may.sendOn ? 'You bring them together for the partnership.' : `${agency} brings them together.`
}

function SentOn({ of, statement }: { readonly of: CollationView; readonly statement: string }) {
  const styles = useReturnStyles()
  return (
    <Section title="Shared view of the impact on the child">
      <p className={styles.text}>{statement}</p>
      {of.without.length > 0 && (
        <p className={styles.warning}>Sent on without a return of: {of.without.join(', ')}.</p>
      )}
    </Section>
  )
}

function Inputs({ of, content }: { readonly of: CollationView; readonly content: CollationContent }) {
  const styles = useReturnStyles()
  return (
    <Section title="What your agencies sent">
      {of.inputs.length === 0 && <Empty says="No agency of this group is asked about this case." />}
      <div className={styles.sides}>
        {of.inputs.map((input) => (
          <div key={input.return} className={styles.side}>
            <h3>{input.agency}</h3>
            {input.scopeWords && <p>{input.scopeWords}</p>}
            <Part name="Chronology" part={input.chronology} />
            <Part name="Evaluation" part={input.evaluation} />
            <Said sent={content.inputs.find((each) => each.return === input.return)} />
            <p>
              <TextLink to={routes.return(input.return)}>Open the return of {input.agency}</TextLink>
            </p>
          </div>
        ))}
      </div>
    </Section>
  )
}

type Input = CollationView['inputs'][number]

function Part({ name, part }: { readonly name: string; readonly part: Input['chronology'] }) {
  if (!part) return null
  return (
    <p>
      {name}: {part.words}
      {part.owing && (
        <>
          , <Due day={part.due} />
        </>
      )}
    </p>
  )
}

function Said({ sent }: { readonly sent: CollationContent['inputs'][number] | undefined }) {
  const styles = useReturnStyles()
  if (!sent) return null
  const texts = [
    ['Strengths', sent.strengths],
    ['What to improve', sent.improvements],
    ['What difference it made to the child', sent.difference],
  ] as const
  return (
    <>
      <p>
        Own grade: <b>{GRADE_OPTIONS[sent.grade]}</b>. How well the agency worked:{' '}
        {GRADE_OPTIONS[sent.performance]}. Impact on the child: {GRADE_OPTIONS[sent.impact]}.
      </p>
      {texts.map(([title, text]) => (
        <div key={title}>
          <h4>{title}</h4>
          <p className={styles.typed}>{text || 'Not answered'}</p>
        </div>
      ))}
    </>
  )
}
