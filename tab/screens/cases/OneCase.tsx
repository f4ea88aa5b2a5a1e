import { isOrWas } from '#core/calendar/is-or-was.ts'
import type { CaseView } from '#core/cases/views.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { Due } from '../../parts/Due.tsx'
import { Page } from '../../parts/Page.tsx'
import { Section } from '../../parts/Section.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { TextLink } from '../../parts/TextLink.tsx'
import { Trouble } from '../../parts/Trouble.tsx'
import { routes } from '../../routes.ts'
import { WrongPerson } from '../incidents/WrongPerson.tsx'
import { Confirm } from '../panel-day/Confirm.tsx'
import { Decided } from '../panel-day/Decided.tsx'
import { panelStates } from '../panel-day/grades.ts'
import { CaseActions } from './CaseActions.tsx'
import { CaseChild } from './CaseChild.tsx'
import { CaseReturns } from './CaseReturns.tsx'
import { useCaseStyles } from './OneCase.styles.ts'
import { Pause } from './Pause.tsx'
import { Team } from './Team.tsx'
import { useCase } from './useCase.ts'

/** One selected case: who works with the child, how the returns stand, what the panel decided, what was asked. */
export function OneCase({ id }: { readonly id: string }) {
  const styles = useCaseStyles()
  const { today, help } = useMe()
  const { data: of, error, refetch } = useCase(id)
  if (!of && !error) return <Skeleton />
  if (!of)
    return (
      <Page title="This could not be shown" up={{ to: routes.home, name: 'Home' }} narrow>
        {error && <Trouble problem={error} onAgain={() => void refetch()} />}
        <p className={styles.quiet}>{help}</p>
      </Page>
    )
  return (
    <Page title={`Case ${of.reference}`} says={standing(of, today)} up={upOf(of)}>
      <p className={styles.links}>
        {of.may.seePanelDay && (
          <TextLink to={`${routes.panel(of.round.id)}?case=${encodeURIComponent(of.reference)}`}>
            Panel day
          </TextLink>
        )}
        {of.may.seeChronology && (
          <TextLink to={`/cases/${encodeURIComponent(of.id)}/chronology`}>Chronology</TextLink>
        )}
        <TextLink to={`${routes.newEscalation}?reference=${encodeURIComponent(of.reference)}`}>
          Raise a concern
        </TextLink>
      </p>
      {of.paused && <Pause of={of} />}
      <Team of={of} />
      <CaseChild of={of} />
      <CaseReturns of={of} />
      {of.panel && of.panelState !== 'to-come' && (
        <Section title="What the panel decided">
          <Decided panel={of.panel} />
          {of.may.confirmPanel && <Confirm of={of} />}
        </Section>
      )}
      {of.form && (
        <Section title="Close the loop">
          <p className={styles.text}>
            <TextLink to={routes.form(of.form.id)}>The form of case {of.reference}</TextLink>:{' '}
            {FORMS[of.form.state]}, <Due day={of.form.due} owing={of.form.state !== 'closed'} />.
          </p>
        </Section>
      )}
      <CaseActions of={of} />
      {of.may.pause && !of.paused && <Pause of={of} />}
      <WrongPerson about={of.id} />
      <p className={styles.quiet}>{help}</p>
    </Page>
  )
}

const FORMS: Readonly<Record<NonNullable<CaseView['form']>['state'], string>> = {
  drafted: 'waits for the lead person to release it',
  released: 'released to the worker',
  seen: 'seen by the worker',
  written: 'written, waits for the lead person’s signature',
  signed: 'signed, waits for the partnership',
  'sent-back': 'sent back to the lead person',
  closed: 'closed',
}

function upOf({ round }: CaseView) {
  return { to: routes.round(round.id), name: `Round ${round.code}` } as const
}

function standing({ threshold, leadAgency, panelDay, panelState }: CaseView, today: string): string {
  const about = threshold ? `${threshold}, led by ${leadAgency}.` : `Led by ${leadAgency}.`
  const day = `Panel day ${isOrWas(panelDay, today)} ${inWords(panelDay, today)}`
  return `${about} ${day}: ${panelStates[panelState].word.toLowerCase()}.`
}
