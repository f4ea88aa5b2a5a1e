import type { PartView } from '#core/returns/views.ts'

import { Empty } from '../../parts/Empty.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { routes } from '../../routes.ts'
import { WrongPerson } from '../incidents/WrongPerson.tsx'
import { AllAnswers } from './AllAnswers.tsx'
import { Entries } from './Entries.tsx'
import { Judge } from './Judge.tsx'
import { useReturnStyles } from './returns.styles.ts'
import { upTo } from './shown.ts'
import type { Shown } from './shown.ts'
import { SignedOff } from './SignedOff.tsx'

/** A return to be read: by whoever asked for it once a part was sent, and by its own people. */
export function ReturnRead({ of, content }: Shown) {
  const { own, read } = of.may
  return (
    <Page
      title={`Return for ${of.reference}: ${of.agency}`}
      says={`Round ${of.round.code}: ${of.round.theme}. It is recorded that you read this.`}
      up={own ? upTo(of) : { to: routes.round(of.round.id), name: `Round ${of.round.code}` }}
    >
      {of.scopeWords && <p>{of.scopeWords}</p>}
      {of.chronology && (
        <Section title="Chronology">
          <Standing part={of.chronology} />
          {read.chronology && <ReadEntries of={of} content={content} />}
          {of.may.judge.chronology && <Judge of={of} part="chronology" />}
        </Section>
      )}
      {of.evaluation && (
        <Section title="Evaluation">
          <Standing part={of.evaluation} />
          {of.signOff && <SignedOff signOff={of.signOff} />}
          {read.evaluation && <AllAnswers of={of} content={content} />}
          {of.may.judge.evaluation && <Judge of={of} part="evaluation" />}
        </Section>
      )}
      <WrongPerson about={of.id} />
    </Page>
  )
}

function Standing({ part }: { readonly part: PartView }) {
  const styles = useReturnStyles()
  return (
    <p className={styles.text}>
      {part.words}.{part.comment && ` ${part.comment}`}
      {part.owing && part.state !== 'sent-back' && ' It is read here once it was sent.'}
    </p>
  )
}

function ReadEntries({ of, content }: Shown) {
  const entries = content.entries ?? []
  if (entries.length === 0) return <Empty says="The agency has nothing to record for this time." />
  return (
    <Entries
      of={{ ...of, may: { ...of.may, write: { chronology: false, evaluation: false } } }}
      entries={entries}
    />
  )
}
