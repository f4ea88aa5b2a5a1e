import type { EscalationView, StageView } from '#core/escalation/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Section } from '../../parts/Section.tsx'
import { useEscalationStyles } from './Escalation.styles.ts'

/** Every stage, the newest first: whom it asked, what was promised, how it ended. */
export function Stages({ stages }: Pick<EscalationView, 'stages'>) {
  const styles = useEscalationStyles()
  return (
    <Section title="Stages">
      <ol className={styles.entries} reversed>
        {stages.toReversed().map((stage, place) => (
          <OneStage key={stages.length - place} stage={stage} />
        ))}
      </ol>
    </Section>
  )
}

function OneStage({ stage }: { readonly stage: StageView }) {
  const styles = useEscalationStyles()
  const { today } = useMe()
  const { name, between, addressee, openedOn, due, interimSafety, skipped, promise, ended } = stage
  return (
    <li>
      {skipped && (
        <p>
          {skipped.names.join(' and ')} skipped: {skipped.because}
        </p>
      )}
      <p>
        <b>{name}</b>: {addressee}
      </p>
      <p className={styles.when}>
        {between}. Asked on {inWords(openedOn, today)}, an answer due by {inWords(due, today)}.
      </p>
      {promise && (
        <p>
          Promised by {inWords(promise.by, today)}: {promise.what} ({promise.who})
        </p>
      )}
      {promise?.waitsFor && <p className={styles.when}>Waits for: {promise.waitsFor}.</p>}
      {promise?.saidDoneOn && (
        <p className={styles.when}>Said to be done on {inWords(promise.saidDoneOn, today)}.</p>
      )}
      <p className={styles.when}>Kept safe meanwhile: {interimSafety}</p>
      {ended && (
        <p>
          {ended.words}, {inWords(ended.on, today)}.
        </p>
      )}
    </li>
  )
}
