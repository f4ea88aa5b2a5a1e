import type { ActionView } from '#core/actions/views.ts'
import { countOf } from '#core/count.ts'

import { inWords } from '../../days.ts'
import { useMe } from '../../me.ts'
import { MoveLink } from '../../parts/MoveLink.tsx'
import { Shape } from '../../parts/Shape.tsx'
import { stateShapes } from '../../parts/states.ts'
import { routes } from '../../routes.ts'
import { useDrawerStyles } from './ActionDrawer.styles.ts'

/** What was asked, of whom, by when, and how it stands; with the answer's button for whoever owes it. */
export function ActionFacts({ action }: { readonly action: ActionView }) {
  const { row, duty, leadPerson, manager, recordedOn } = action
  const styles = useDrawerStyles()
  const { today } = useMe()
  return (
    <>
      <p className={styles.what}>{row.what}</p>
      <p className={styles.state}>
        <Shape of={stateShapes[row.state]} />
        {row.stateWords}
      </p>
      {duty?.yours && (
        <p className={styles.act}>
          <MoveLink to={routes.answer(duty.id)} primary>
            Answer
          </MoveLink>
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Who does it</dt>
        <dd>{row.owner}</dd>
        <dt>Who asked for it</dt>
        <dd>{row.raiser}</dd>
        <dt>Due</dt>
        <dd>
          {inWords(row.due, today)}
          {row.daysLate > 0 && `, ${countOf(row.daysLate, 'day')} late`}
        </dd>
        <dt>How we will know that it helped</dt>
        <dd>{action.help}</dd>
        {action.checkOn && (
          <>
            <dt>Who looks, and when</dt>
            <dd>
              {row.raiser}, by {inWords(action.checkOn, today)}
              {action.impact && `: ${action.impact}`}
            </dd>
          </>
        )}
        {action.updateDue && (
          <>
            <dt>How it stands is asked by</dt>
            <dd>{inWords(action.updateDue, today)}</dd>
          </>
        )}
        {row.ring && (
          <>
            <dt>One of {row.ring.parent}</dt>
            <dd>
              {row.ring.confirmed} of {row.ring.of} confirmed
            </dd>
          </>
        )}
        {action.restsUntil && (
          <>
            <dt>Promised for</dt>
            <dd>{inWords(action.restsUntil, today)}. Reminders rest until then.</dd>
          </>
        )}
        {action.chases > 0 && (
          <>
            <dt>Asked by the partnership</dt>
            <dd>{countOf(action.chases, 'time')}</dd>
          </>
        )}
        {duty && !duty.yours && (
          <>
            <dt>Who answers next</dt>
            <dd>{duty.owes}</dd>
          </>
        )}
        <dt>Lead person</dt>
        <dd>{leadPerson}</dd>
        {manager && (
          <>
            <dt>Manager</dt>
            <dd>{manager}</dd>
          </>
        )}
        <dt>Recorded</dt>
        <dd>
          {inWords(recordedOn, today)}, from: {action.source.toLowerCase()}
        </dd>
      </dl>
    </>
  )
}
